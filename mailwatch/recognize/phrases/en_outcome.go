package phrases

// englishOutcomes holds the kinds on which something is drafted or an interview
// is entered: a wrong one of these costs the user most.
const englishOutcomes = `
{cand} = candidate|candidates|applicant|applicants|person|people|individuals|individual|someone|somebody|others|finalist|finalists|contender|contenders|profiles|applications
{other} = other|another|different|stronger|alternative|small_number_of|internal|few|handful_of|select_group_of|smaller|limited_number_of|more_experienced|more_suitable|more_qualified|better_suited|better_qualified
{choose} = select|selected|selecting|choose|chosen|chose|choosing|opt|opted|hire|hired|hiring|pick|picked|appoint|appointed|offered|shortlist|shortlisted|went_with|went_for|gone_with|gone_for|go_with|going_with|going_for|identified|proceed|proceeding|recruited|settled|accepted|filled
{chosen} = selected|chosen|shortlisted|successful|progressed|accepted|retained|picked|invited|considered|advanced|in_a_position|taken_forward|moving_forward|among|one_of|shortlist|hired|appointed
{role} = engineer|manager|head|lead|director|analyst|developer|designer|assistant|officer|consultant|specialist|associate|executive|coordinator|administrator|scientist|teacher|nurse|accountant|planner|buyer|editor|writer|technician|representative|intern|trainee|fellow|researcher|controller|architect
{noun} = spot|seat|position|role|job|vacancy|opening|opportunity|post|internship|requisition|placement|programme|program|traineeship|apprenticeship|search|fellowship|place|employment|contract
{decided} = decided|chosen|chose|elected|opted|decision|concluded|determined|choosing|deciding|going|forced|agreed
{thank} = thank|thanks|appreciate|grateful

offer 4
	{glad} .. to .. offer|extend|make|present|provide .. you ... {noun}|offer_of|an_offer|employment|offer_letter|formal_offer|written_offer|our_offer|job_offer|verbal_offer
	{glad} .. to .. offer|extend .. you .. the .. of|as
	like|love|want|wish|wanted|propose|intend|decided|ready|going|able|plan|planning|authorized|authorised to .. offer|extend|make|present .. you ... {noun}|offer_of|an_offer|employment|offer_letter|formal_offer|written_offer|our_offer|job_offer
	we|i .. are|am|will|be|have|hereby|would|can|formally .. offer|offering|offered|extend|extending|extended .. you .. the|a|an|our .. {noun}|employment|offer
	offer|offering|extend|extending|extended .. to? you .. employment|full_time|part_time|permanent|the_job|this_job|the_position|the_role|a_position|this_position|this_role
	make|making|made|extend|extending|present|send|sending|sent|prepare|preparing|issue|issuing .. you .. an|our|the|a|your .. offer
	{make} .. an|our|the|formal|written|official offer .. to_you|of_employment|for_the|letter|shortly|soon|today|by|later|next|in_writing
	{make} .. to_you .. an|our|formal|written .. offer
	your .. offer_letter|offer_package|employment_contract|contract_of_employment|written_offer|formal_offer|official_offer|job_offer|offer_documents|offer_of_employment
	offer_letter|employment_contract|contract_of_employment|written_offer|formal_offer|employment_agreement|offer_of_employment .. you|your .. attached|enclosed|follow|follows|below|sign|signature|shortly|review|docusign
	send|sent|sending you .. offer_letter|employment_contract|contract_of_employment|written_offer|formal_offer|offer
	attached|enclosed|below|find|send|sending|docusign|sign|review|signed .. is|please? .. your|our|a_revised|a_formal|an_official .. offer_letter|employment_contract|contract_of_employment|written_offer|formal_offer|offer_of_employment|employment_agreement|job_offer
	{glad} .. to .. confirm|inform|tell|let|share|advise|announce ... you ... {hired}
	congratulations .. {hired}|the_job|offer|joining|on_your_new
	congratulations .. you .. have|are|were|been .. selected|chosen|successful|hired|accepted .. for|as|to|in ... {noun}|join|as_our|employment
	you .. have|got|are|were|been|being .. hired|the_job|got_the_job|offered_the|offered_a|offered_employment|successful_candidate|our_first_choice|our_top_choice|our_preferred_candidate|the_successful_candidate|our_choice
	job|role|position|it is yours .. if|should
	you .. have|are|were been|being? selected|chosen|picked for|as the|our|this .. {noun}
	we .. decided|like|want|love|delighted|excited to .. hire|employ|appoint|bring_you .. you|on_board|onboard
	we .. want|like|love .. you .. to .. join .. us|our|the|as
	like|love|delighted|pleased|happy|thrilled|excited .. to? .. welcome .. you .. to_the_team|on_board|onboard|aboard|as_our|as_the|to_our_team|as_a
	welcome .. to_the_team|aboard|on_board .. start|starting|first_day|contract|offer
	{app} .. was|has|have|been|is .. accepted|successful .. by|and|we|you
	conditional|provisional|verbal|written|formal|official offer .. of_employment|for|subject|attached|letter|to_you|from
	offer .. of .. employment|internship|appointment
	your .. starting|base|annual|gross|monthly salary .. will_be|is|of
	accept|sign|countersign|return|respond_to|confirm|acceptance .. this|our|the|your|of_this|of_our|of_the offer|offer_letter .. by|before|no_later|until|within|electronically|and|at
	terms .. of .. offer|employment .. attached|below|are|follow|set_out
	offer .. letter .. for_the|for_your|attached|enclosed|is|position|with
	^ job|employment|formal|official? offer|offer_letter from|at|for
	walk|talk|take|run|go|run_you .. you? .. through .. the|your|our|an offer|package
	wishes|intends|proposes|hopes to offer you
	updated|revised|amended|improved offer|offer_letter|contract .. attached|enclosed|below|is|ready|reflects
	you have .. an? offer .. from|of ... to_study|university|college|school|academy|trust
	received|got|have .. offer .. from .. university|college|school|academy
	offer .. to_study
	^ offer received
	offer .. received .. for|from
	{glad}|love|like|want|wanted|honored|honoured .. to .. have you .. as|intern|with_us_as|here_as|spend
	have you spend ... as|with ... intern|analyst|associate|fellow|trainee
	like|love|want|wanted|delighted|thrilled .. you .. to be|become .. our|the .. {role}
	send|sending|issue|receive|enclosed|attached|sign ... letter_of_appointment|appointment_letter|letter_of_employment|contract_of_employment
	delighted|happy|thrilled|love|excited|pleased|glad .. to? have you in|on|as_part_of .. our|my|the group|lab|team|department|family
	confirm|confirming|confirmed .. your appointment|employment|hire
	count you among|as_one
	like|want|wish|love|pleased|able to formally|officially|now|hereby offer|extend|make .. you
{glad} = pleased|delighted|happy|excited|thrilled|glad|proud|pleasure|great_pleasure|honored|honoured|excitement|ecstatic|over_the_moon|overjoyed|great_news|good_news
{make} = make|making|extend|extending|present|presenting|send|sending|prepare|preparing|issue|issuing|put_together|draft|drafting
{hired} = got_the_job|have_the_job|the_job_is_yours|chosen_you|selected_you|hire_you|hired|have_been_selected_for|were_selected_for|selected_as|successful_candidate|have_been_successful|you_were_successful|offer_you|offering_you|making_you_an_offer|make_you_an_offer|welcome_you_to_the_team|extend_an_offer|have_been_accepted_for|appointed

offer 4 firm
	yours if you .. want|like|would|accept|take
	honoured|honored|delighted|thrilled|happy|love|pleased if you .. became|joined|accepted|would_join|would_accept|come_on_board|came_on_board
	want|like|love|wanted .. you .. on|in .. the|our team
	we|i have? want|choose|chose|chosen|picked|pick|selected you ... {noun}|as_our|as_the|as_a|to_join
	say|said yes ... contract|join|start
	offer .. is|of .. base|salary|per_year|per_hour|per_annum|an_hour|a_year
	formal|written|official offer .. follow|follows|to_follow
	written|employment|work|your contract .. goes_out|will_follow|follows|to_sign|attached|enclosed|in_the_attachment|coming|on_its_way|from_hr|ready

offer 2.5
	offer_letter|employment_contract|contract_of_employment|written_offer|formal_offer|employment_agreement|offer_of_employment .. attached|enclosed|follow|follows|below|sign|signature|shortly|review|docusign|send|sent|to_you|you_will
	attached|enclosed|below|find|send|sending|sign|review|signed .. is|please? .. the|an|a|formal|official .. offer_letter|employment_contract|contract_of_employment|written_offer|formal_offer|offer_of_employment|employment_agreement|job_offer
	paperwork|contract|contracts .. out|over|across|coming|sent|with .. to_you|you|tomorrow|today|shortly
	formal|official|written letter|offer|version|contract .. will|within|shortly|follow|comes|straight|soon
	receive .. formal|official|written letter|offer|contract
	right|perfect|ideal|best person|candidate .. for .. {noun}
	salary|compensation|pay|financial proposal|package .. attached|document|enclosed|find|below|attachment
	whether|that|if .. you .. intend|wish|decide|choose|plan .. to accept
	they|client|panel|board|company|partners have|has? offered
	ranked you first

offer 1.5
	talk|discuss|go_over|chat|go_through .. details|terms|start_date|numbers
	happy|delighted|thrilled|excited|pleased .. to tell|share|let you
	^ good|great|wonderful|fantastic|exciting news

offer 2
	base|starting|annual|gross salary|pay
	sign_on|signing bonus
	look|looking forward .. to .. welcoming|having|working .. you .. on_board|board|team|to|with
	health_insurance|paid_time_off|pto|days_of_holiday|days_holiday|vacation_days|stock_options|equity
	contract .. attachment|attached|enclosed|sign|signed|signature
	start|starting|join .. on|in|from .. {month}|{ordinal}|{day}
	an hour|year
	car_allowance|days_hols|days_annual_leave|days_leave|base_salary|ote|rsus|bonus_of|sign_on_bonus
	unanimous|resounding|definite yes
	k basic|base
	basic salary
	bonus .. hybrid|pension|equity
	k base|basic|plus

{screen} = onsite|on_site|virtual_onsite|recruiter_screen|recruiter_call|phone_screen|intro_call|intro_chat|introductory_call|introductory_chat|discovery_call|technical_screen|hiring_manager_call|superday|super_day|recruiter_chat|screening_call

interview 4
	invite|inviting|invited .. you .. to|for ... {interview}|meet_with|speak_with|meet_the|meet_us|interview
	{glad} .. to .. invite .. you ... {interview}|next|meet|second|final
	like|love|want|hoping|wish|wanted|need|keen|interested .. to .. {schedule} .. an|a|your|the|some|second|final|first|another ... {interview}
	like|love|want|hoping|wish|wanted|keen to .. interview|speak_with|talk_with|talk_to|meet_with|chat_with|meet|speak_to|have_a_chat|have_a_call|have_you .. you|about|in_for|for_an .. {interview}|role|position|next|week|{day}|in_person|further|application|background|candidacy|experience
	{schedule} .. an|a|your|the|time ... {realinterview}
	{schedule} .. {realinterview}
	{schedule} .. a|your|time|slot|call|meeting|conversation .. with ... {job}|team|hiring|recruiter|manager|engineer|interview
	your .. {realinterview} .. {confirmed}
	your .. {realinterview} .. is|has|was|will|on|at|for|with .. {confirmed}|{day}|place|be|take
	your|the|our|upcoming|following .. {realinterview} .. on|at|for|to|from|is .. {day}|{month}|{ordinal}
	{realinterview} .. on|at|for|to .. {day}|{month}|{ordinal}
	{realinterview} confirmation|invitation|invite|reminder|scheduled|confirmed|details|rescheduled|schedule|cancelled|canceled|request|availability|slot|slots|booking|appointment
	invitation .. to|for .. {interview}
	confirm|confirming|reminder|remind|confirmation .. your|of|the|an|our|about|for .. {realinterview}
	{realinterview}|call|meeting|chat|conversation ... would|does|do|will|can|could|are|is .. {day}|{month}|{ordinal}|{time} .. work|suit|good|available|possible|convenient|free
	available|availability|free|availabilities|times|slots|dates|time .. for|to|do .. a|an|the|your|first|second|final|next|quick|short|brief|come ... {realinterview}|call_with|chat_with|meeting_with|zoom|video|phone|onsite|interview
	use .. link|calendly|calendar .. {realinterview}|call|conversation|to_schedule|to_book|slot
	pick|choose|select|book|find|reserve .. a|your|time|slot|the|that|link|calendar .. slot|time|calendly|link|calendar .. {interview}|interview|with|works|suits|that|for_you|to_schedule|to_book|below
	calendly|calendar_link|scheduling_link|booking_link|book_a_slot|booking_page|goodtime|self_schedule
	next .. step|stage|round .. is|would_be|will_be|be|are|consists|involves ... {interview}|meet|meeting|onsite|speak
	{proceed} .. to|with .. an|a|the|our|your|next|second|final|first|onsite|technical ... {realinterview}|round|stage|call
	{proceed}|through .. you|to|your ... next|second|final .. round|stage|interview|interviews|step ... schedule|availability|available|invite|meet|interview|when|time|date
	second|final|third|next|first|technical|onsite|panel|follow_up|another .. {realinterview}|round .. with|on|at|schedule|available|availability|next_week|this_week|would|arrange
	looking_forward|look_forward .. to .. meeting|speaking|talking|seeing|interviewing|chatting .. with? you ... {day}|{month}|{ordinal}|{time}|interview
	speak|talk|meet|chat|call|connect .. with? .. you .. on|at|tomorrow .. {day}|{month}|{ordinal}|{time}
	{day}|{ordinal}|{time} .. {realinterview}
	{realinterview} .. will_be|will_take|takes|is .. held|conducted|place|with|scheduled|via|about|via_zoom
	you .. will .. meet|meeting|speak|speaking|interviewed|interview .. with|by .. {day}|{time}|team|manager|following|hiring|engineer|engineers|director
	come|pop|drop|swing|stop|call .. in|by|over|round|to_our_office|onsite|to_the_office|to_our ... interview|meet|chat|meeting|{day}|trial|talk
	which .. of .. these|times|slots|dates|following .. works|suits|work|suit|best
	like|love|want|wants|keen|wish|wishes|eager .. to .. meet|interview you
	first|next|final|second|last|initial|third step|stage|round|up .. is|will_be|would_be|involves|consists ... {interview}
	would .. you .. like|be|available|able|free .. to|for .. come|meet|interview|speak|talk|chat|an_interview
	meet .. with .. our|the|my|you .. team|hiring|manager|founder|ceo|cto|head ... {day}|week|schedule|available|availability|zoom|teams
	join|here_is|link|details .. zoom|teams|meet|video|google_meet|microsoft_teams|dial_in .. interview|call|link|meeting|for .. interview|with|{day}
	interviewers|interviewer .. will_be|are|is
	see_you|speak_soon|talk_to_you|speak_to_you|until .. {day}|{ordinal} .. interview|at|office|zoom|for
	your|upcoming|virtual .. {screen} .. with|is|has|on|at .. {confirmed}|{day}
	{screen} with .. on|at .. {day}
	{screen} with ... {month}|{day} ... {confirmed}
	{confirmed} .. {screen} .. with|on|at
	schedule .. for .. your .. {screen}
	like|love|want|keen|hoping .. have|bring|invite|see|get you back|in|over .. to|for|meet
	back|in .. to meet .. ceo|cto|cfo|coo|team|director|founder|founders|head|manager|vp|owner
	step|stage|round .. is|would_be|will_be .. {screen}
	availability .. {screen}
	you .. have|been|are .. selected|shortlisted|chosen|successful .. for .. interview|selection_day|assessment_day
	next up .. is|are ... session|sessions|interview|interviews|round|rounds
	reply|send|share|give|suggest|propose .. windows|times|slots|availabilities ... time_zone|timezone|week|days
	interview slot|slots|time|times
	shortlisted|short_listed|selected|chosen .. for .. call|phone_call|interview|chat|conversation
	details|information|logistics|agenda|directions .. of|for|about|regarding .. your|upcoming .. {realinterview}
	welcome|see|have|receive|host you .. for|to|at .. second|first|final|another|further ... conversation|interview|meeting|chat|round
	like|love|want .. you .. to talk|speak|meet|chat .. to|with? our|the|my ... {role}|cto|ceo|cfo|coo|team|founder|founders|director|vp
	what .. your calendar|schedule|diary|availability look like
	what .. your calendar|schedule|diary|availability like

interview 4
	your|our interview

interview 2
	would|does|could|can .. {day} ... suit|work|be_good|be_possible .. you|for
	how|what about .. {day}|{ordinal}|tomorrow

interview 2
	like|love|great|good|keen|happy .. to .. have a? .. proper|first|quick|short? conversation|chat|call|talk

interview 2
	minutes|mins on|via|by|over zoom|teams|phone|video|google_meet|skype
	minute|minutes|min|mins .. phone_call|phone_chat|call|chat|conversation|zoom_call|video_call|intro

interview 2.5
	free|available|time|up for a .. coffee|call|chat

interview 2
	talk|chat about the|this|our {noun}

interview 1
	call you on|at .. your|the mobile|phone|number|cell

interview 2.5
	got|have|spare|grab half_an_hour|30_minutes|20_minutes|15_minutes|an_hour|45_minutes|30_mins|20_mins|15_mins|time ... chat|call|conversation|coffee

interview 2
	do|would you have .. minutes|time .. {day}|week|tomorrow|for|to
	conversation|call|chat|meeting|session .. with .. our|the|my .. cto|ceo|cfo|head|manager|team|founder|director|lead|vp|coo

interview 2.5
	get to know you .. better|more|over|and
	choose|pick|select|book a|your|the .. date|day|slot|time .. calendar|below|link|here|online
	are|would|will|could you .. free|available|be_available|around|make .. on|at|this|next|in|for .. {day}|{time}|week|afternoon|morning
	like|love|want|wants|hoping|great|good .. to .. speak|talk|chat|connect .. with? .. you
	^ interview
	a|quick|short|brief|30|15|minute .. call|chat|conversation .. about|regarding|to_discuss|to_talk|to_learn|next_week|this_week

interview 2
	{schedule} .. {interview}
	looking_forward|look_forward .. to .. meeting|speaking|talking .. you
	your .. availability
	times .. work .. you
	what .. times|time|days|day|dates .. work|suit|available|best .. you
	when .. are|would|is|could .. you .. available|free|suit|good
	zoom_link|teams_link|meeting_link|google_meet|meeting_id|dial_in
	next .. round|stage|step .. of .. interview|interviews|process|our
	let .. us|me know .. time|times|when|slot|works|suits|date|availability

move 4 firm
	{move} .. your|our|the|this|tomorrow|{day}|today .. {interview}|appointment|slot
	{interview}|appointment|slot .. has_been|have|has|must|needs|is|was|will|been|be ... {moved}
	{interview}|appointment|slot .. {moved}
	{move} .. {realinterview}
	bring .. {interview}|appointment .. forward
	can|could|shall|may|might .. we|i|you .. reschedule|rearrange|postpone|move_it|push_it|do_it
	find|propose|suggest|arrange|offer|look .. for? .. a|an|another|new|alternative .. time|date|slot ... {interview}
	{new} time|date|slot|times .. for|of .. your|the|our? {interview}
	not .. make .. {interview}|{day}|it .. {day}|reschedule|another_time|instead|moved|move
	interviewer|interviewers|manager|team|panel|{name} ... sick|ill|unavailable|travelling|traveling|double_booked|conflict|emergency .. reschedule|move|postpone|another|different|instead|push|{interview}
	need_to|have_to|must|want_to|wondering|possible_to|ok_to|okay_to|able_to|like_to|had_to reschedule|postpone
	wondering .. reschedule|postpone
	running .. late .. {interview}|meeting
	no_longer|unable|cannot|not|can_no_longer .. make|attend|join .. your|our|the .. {realinterview}|panel|onsite
	offer|propose|suggest .. you .. {ordinal}|{day} .. as|instead|at .. alternative|{time}
	push|move|put .. {day}|tomorrow|it|that|us|today .. chat|call|interview|slot .. back|forward|out|later
	push|move|put|moving|pushing .. {day} .. chat|call|interview|slot
{move} = move|moving|moved|reschedule|rescheduling|rescheduled|postpone|postponing|postponed|push|pushing|pushed|shift|shifting|shifted|cancel|cancelling|canceling|cancelled|canceled|bring_forward|put_back|change|changing|delay|rearrange|rearranging|call_off|calling_off|called_off
{moved} = moved|rescheduled|postponed|pushed|shifted|cancelled|canceled|changed|brought_forward|put_back|delayed|rearranged|called_off|moving|be_moved|not_take_place|move_to|conflict
{new} = new|another|different|alternative|updated|other|revised
{confirmed} = confirmed|scheduled|booked|set|arranged|rescheduled|moved|cancelled|canceled|postponed|confirm|coming_up|approaching|details|invitation|reminder
{schedule} = scheduled|arranged|booked|organised|organized|schedule|scheduling|arrange|arranging|set_up|setting_up|setup|book|booking|organise|organize|organising|organizing|coordinate|coordinating|line_up|fix|invite_you_for|invite_you_to|find_a_time|find_time|get_you_in|have_you_in|bring_you_in|reschedule|hop_on|jump_on
{name} = colleague|he|she|they|i
{time} = am|pm|00|30|15|45|noon|oclock|cet|est|pst|gmt|bst|utc|edt|pdt|cest|et|pt

void interview move
	budget|team|project|staff|board|sales|status|department|weekly|monthly|quarterly|client|planning|kickoff|kick_off|sync|stand_up|standup|committee|strategy|marketing|steering|finance meeting|meetings|call|chat

void interview
	thank|thanks|appreciate|enjoyed|grateful|pleasure .. interview|interviewing|meeting|speaking|talking|chatting|chat|call|conversation|time
	thank|thanks|appreciate|enjoyed|grateful|following|after|since|pleasure|nice|great|lovely .. your|our|the|you|us|to|in .. interview|interviews|interviewing|meeting|speaking|call|conversation|chat
	after|during|following|from|since|at your|our|the|recent|last {interview}
	interview|interviews process|feedback|tips|questions|guide|skills|performance|experience
	time .. to .. interview|speak|meet|talk
	selected|shortlisted .. for .. interview .. will|contacted|notified
	not .. schedule|invite|interview
	exit|job|information|informational|radio|tv|television|magazine|newspaper|press|exclusive|media interview|interviews
	interview .. with_the .. author|president|ceo_of|singer|actor|director_of|founder_of|guardian|times
	have interviewed
	{realinterview} .. with|for|of|to .. him|her|them|candidate|candidates|applicant|applicants|these|those|students
	interview|interviewing|interviewed .. him|her|them|candidates|applicants|people|students
	he|she .. {realinterview}
	invite|bring|inviting|invited .. him|her|them .. {realinterview}
	rate|review|how_was|how_did .. your .. {realinterview}
	great|nice|pleasure|enjoyed|good|glad|happy|lovely|thank|thanks|opportunity|chance .. to? .. get|getting|got to know
	gave|give|gives|giving|granted .. interview
	{app} .. process
	sit|sitting|join|joining|on .. interview|selection|hiring|recruitment panel|panels
	mock|practice|practise interview|interviews
	interviews .. are|were like
	more|times likely ... interview
	get|getting|land|landing|secure you|an|more|the .. interview|interviews
	finish|finishing|complete|completing|conclude|concluding|finished|completed|wrap_up|wrapping_up .. interviews|interviewing
	first|next|initial|second round of interviews
	schedule|start|begin|conduct|hold .. round|rounds .. interviews
	paid interview|interviews
	start|begin|started scheduling interviews
	visa|census|citizenship|passport|asylum|embassy|consulate|consular|insurance|loan .. interview|interviews|interview_appointment|appointment
	interview .. with .. census|visa|consular|immigration officer
`
