package recognize

// englishOutcomes holds the kinds on which something is drafted or an interview
// is entered: a wrong one of these costs the user most.
const englishOutcomes = `
{cand} = candidate|candidates|applicant|applicants|person|people|individuals|individual|someone|somebody|others|finalist|finalists|contender|contenders|profiles|applications
{other} = other|another|different|stronger|alternative|small_number_of|internal|few|handful_of|select_group_of|smaller|limited_number_of|more_experienced|more_suitable|more_qualified|better_suited|better_qualified
{choose} = select|selected|selecting|choose|chosen|chose|choosing|opt|opted|hire|hired|hiring|pick|picked|appoint|appointed|offered|shortlist|shortlisted|went_with|went_for|gone_with|gone_for|go_with|going_with|going_for|identified|proceed|proceeding|recruited|settled|accepted|filled
{chosen} = selected|chosen|shortlisted|successful|progressed|accepted|retained|picked|invited|considered|advanced|in_a_position|taken_forward|moving_forward|among|one_of|shortlist|hired|appointed
{noun} = position|role|job|vacancy|opening|opportunity|post|internship|requisition|placement|programme|program|traineeship|apprenticeship|search|fellowship|place|employment|contract

rejection 4
	not|unable .. be? {proceed} ... {app}|you|candidate
	not|unable .. continue|continuing .. with_your|your|with_you|the .. {app}|process|with_you
	not|unable .. be? {proceed} .. with_the|in_the|to_the|through_the|past_the|beyond_the|to_our|in_our|you .. next|final|process|selection|interview|interviews|second|following|further
	we|i|they|team|manager|client|company ... {decided} not to be? {proceed}|interview|continue|hire|extend|make|select|invite|consider|offer|take
	{decided} not to .. hire|select|invite|interview|consider|offer .. you|your
	{decided} against {proceed}|your|continuing|hiring|making|offering|an_offer
	{decided} .. {proceed}|continue .. with .. {other}|those|{cand}
	{proceed}|continue|continuing .. with|to {other}|{cand} ... {cand}|whose|who|else|more|closely|better
	{proceed}|continue|consider|considering|interview|interviewing .. {other} .. {cand}
	{decided} .. {choose}|pursue|in_favour_of|in_favor_of|with|for|on {other} ... {cand}
	{choose} .. {other} .. {cand}
	{choose} .. someone|somebody|candidate|candidates|applicant|applicants|person .. else|whose|who|with_more|with_experience|better|closer|stronger|more
	{other} .. {cand} .. was|were|has|have|is|are|been .. {chosen}|offered|hired|preferred|a_better|a_closer
	{cand} whose ... better|closer|closely|stronger|more|aligned|align|fit|fits|match|matches|meet|suited|suitable|qualified
	went|gone|going|go|decided with|in|for|on another|different|other|someone .. direction|candidate|person|applicant|else|option|route
	decided .. in_favour_of|in_favor_of
	extend|extended|made|accepted .. offer .. to|by .. {cand}
	not|unable .. work|working|worked out .. {noun}|time|occasion
	{noun} .. not .. work|worked out
	offer|offered|accepted|extended .. to|by {other}|someone ... {cand}|else
	{other} .. {cand} .. accepted|accept|signed .. offer|position|role|job
	you|{app} .. was|were|has|have|is|are|been .. not|unsuccessful .. suitable|on_this_occasion|this_time|fit|match
	you|{app} .. were|was|are|is not .. {chosen}
	you|{app} .. have|has|had not been .. {chosen}
	not|unable .. {chosen} .. for|to ... {noun}|interview|next|assessment|programme
	not|unable .. selected|shortlist|shortlisted|shortlisting|selecting|chosen|choosing|select|choose .. you|your|for
	not|unable .. successful .. on_this_occasion|this_time|application|at_this_time
	you|your|{app}|candidate ... not|unable .. successful .. in|with|for
	unsuccessful .. on_this_occasion|this_time|application|in|at|with|candidates|for
	withdraw|withdrawn|withdrew|rescind|rescinded|withdrawing|rescinding .. your|the|our .. offer
	not|unable .. take you on
	{app} ... was|is|has|have|been|as .. unsuccessful|rejected|declined|denied|turned_down
	you|your have|has|were|was .. unsuccessful
	reject|rejected|decline|declined|declining|rejecting|turn_down your|the {app}
	not|unable|decided_against .. offer|offering .. you ... {noun}|interview
	not|unable .. make|making|extend|extending .. you|an? .. offer
	not|unable|cannot .. {proceed}|consider|accept|take|progress|support|invite .. your|you .. {app}|further|for_this|forward|any_further|to_interview|for_an_interview
	not|unable .. consider|considering|considered|pursue|pursuing|pursued|progressed|continue|continuing .. you|your|{app} .. further|for_this|any_further|at_this|for_the|at_the
	not|unable .. be? considered .. further|for_this|for_the|any_further
	no longer .. under_consideration|in_consideration|considered|considering|consider|moving|pursuing|being_considered|in_the_running|a_candidate|be_moving|be_considering
	removed|withdrawn|out|eliminated from consideration|the_process
	not|unable .. right|good|best|strong|perfect|suitable|ideal|close|great|quite fit|match|suitable|person|candidate .. for|with|this|at|to|of|that|we|on
	not|unable .. a|the|right|quite fit|match .. for .. {noun}|us|team|what|needs|requirements
	not|unable .. what_we|who_we|quite_what are|is looking|after
	not|unable .. what_we|who_we|what_the_team need|needs|want|require|seek
	not|unable .. meet|match|fit|satisfy|fulfil|fulfill|align|correspond .. our|the|with|minimum|requirements .. requirements|criteria|needs|qualifications|profile|expectations|current
	not|unable .. match|fit|align|suited .. {noun}|what_we|requirements|needs
	not|unable .. invite|inviting|invited .. you|to|for .. interview|next|assessment|further
	not|unable .. able|possible .. offer .. you
	{decided}|going|have|will|need|had to|be pass|passing .. on|at_this|for_now
	pass|passing|passed on .. candidacy|application|your_profile|you_for
	{noun} .. has|have|was|is|been|were|already|now|since .. filled|closed|cancelled|canceled|eliminated|frozen|discontinued|withdrawn|taken|removed|dissolved
	we|i|they have|had|has? already|since|now|successfully|just? filled .. the|this|that|our|all ... {noun}|positions|vacancies|places
	{other} .. {cand} ... better|more_closely|closely|best met|meet|match|matched|suit|suited|fit|fits|align|aligned|aligns
	we|i|they|have|has .. {decided} .. to_not|not_to be? {proceed}|continue|pursue|extend
	{decided} .. keep_looking|continue_looking|continue_searching|keep_searching|look_elsewhere
	not .. have .. {noun} .. for_you
	completed|finished|concluded|wrapped_up .. hiring|recruiting|recruitment|search .. for .. {noun}
	{noun}|positions|places|spots|seats|slots .. are|is|have|been .. taken|full
	class|cohort|intake ... is|are .. full|filled
	offer|offered|give|given|award|awarded .. the|this|that {noun} .. to .. {cand}
	are|is|am|currently not|longer .. hiring .. interns|juniors|anyone|at_the_moment|at_this_time|currently|right_now|for
	go|going|gone|went another|different|other|a_different way|direction|route
	not|unable .. find|found|identify .. fit|match|role|position|place|opening .. for .. you
	you .. not .. one_of|among .. them|those|{cand}
	narrowed .. to .. other|others|another
	{app} .. not .. be? considered|accepted|successful|progressed
	not .. work|fit|suit for .. us|our
	postpone|postponed|suspend|suspended|pause|paused .. hiring|recruitment|recruiting|{noun} ... indefinitely|until_further_notice
	{decided} against moving|going
	found|identified .. {cand} .. who|that|with|whose .. better|stronger|closer
	skills|experience|background|profile .. better .. suited|suit|fit .. elsewhere|other|another|different
	will not be moving_forward|moving_ahead|proceeding|progressing|going_forward|taking_this_forward|taking_this_further|taking_things_further
	focus|focusing|focussing|concentrate|concentrating|prioritising|prioritizing .. on? .. {cand}
	not|unable .. have .. {noun} .. match|matches|fit|fits|suit|suits
	not|unable .. move|take|bring|advance|progress|invite .. you .. next|forward|further|on_to
	go|going|went|gone with someone|somebody|another_candidate|another_applicant|another_person
	were|was|had|received .. stronger|better|more_suitable {cand}
	extended|made .. offer .. for .. {noun} ... accepted
	not .. more .. favourable|favorable|positive .. reply|response|answer|outcome
	not|unable .. work|working|pan out .. with|we|so|for
	others|another|candidates|applicants|finalists ... stronger|better|closer .. fit|match|suited|qualified
	no from us|our|me|the_team
	afraid|sorry|unfortunately|regret|sadly ... answer is .. no
	answer is .. no .. for_this|for_the|on_this|this_time|from_us|after_all
	nothing .. open|available|suitable .. our|at_the|for_you|right_now
	extended|made|offered ... to another|someone .. {cand}|else
	{noun} .. filled .. internally|already|by|with|another
	filled .. internally
	{noun} .. no_longer .. available|open|exists|vacant|being_filled|recruiting|hiring
	no_longer .. recruiting|hiring|filling|looking_to_fill|seeking|have .. for|this|the|a .. {noun}
	{noun} .. on_hold .. indefinitely|for_good|until_further_notice|foreseeable|permanently|for_the_rest|altogether
	{noun} .. has|have|been|is|was .. put|placed .. on .. hold
	due_to|because_of|in|on|under|have|implemented|announced .. hiring freeze
	hiring .. frozen|paused .. {noun}
	not|unable .. fill|filling|hire|hiring .. {noun} .. at_all|after_all|any_more|anymore|any_longer|this_year
	will not be hiring|filling|recruiting
	cancelled|canceled|closed|stopped|ended .. the|this search|{noun}|requisition|recruitment
	closed|closing .. your {app}
	not|unable .. make|made|making it .. to|past|through
	you|your .. not .. {proceed} .. to|past|beyond|in|further|through
	regret|sorry|sad|unfortunately .. not .. be? {proceed}|{chosen}|able|offer|selected|successful|considered|hire|hiring|employ
	regret|sorry|sad|unfortunately .. unsuccessful|rejected|declined|reject|decline
	unfortunately|sorry|regret|afraid .. {other} .. {cand}
	decided|going|chose|chosen .. another|other|different direction|route|path|candidate|candidates
	your application|candidacy|profile .. will_not|has_not|was_not|is_not|did_not|have_not .. {chosen}|{proceed}|succe*|taken|considered|made|suitable|match|meet|fit|through
	part ways
	{app} .. has_been|was|is closed
	let you go .. process|pool
	do|can|could not .. see .. fit
	will not be .. joining us|invited|moving|progressing|proceeding|going
	not|unable .. the .. outcome|news|answer|result|response .. you .. hoped|hoping|wanted|want|expecting|looking
	not|unable .. be_able .. to? .. {proceed}|offer|hire|employ|take_you|consider
	can|could not .. hire|employ|take_you|take_on
	not|unable .. hire|hiring .. you|for_this|for_the
	have .. not been successful

	have|has|had|are|be|am {proceed} .. with .. {cand}
	not|unable .. take|taking|taken ... further|forward|to_the_next
	{app} .. not .. {proceed}|advance
	not|no .. suitable|matching|appropriate|current|open|relevant {noun}|openings|positions|vacancies|roles
	not|no .. have|any|currently .. openings|vacancies|positions|roles .. at_this_time|currently|match|suit|fit|available|present|moment
	not|unable .. get|got|gotten|land|landed .. job|position|role
	status .. not_selected|rejected|declined|unsuccessful|no_longer
	{app} .. no_longer .. active|considered|under
	out of the running
	hire|hired|filled|fill|recruit|recruited .. internally|internal
	go|gone|going|went internally
	go|gone|going|went with .. internal
	offered the|this|that {noun} to .. {cand}|else
	search|process|recruitment|{noun} .. has|is|been|have concluded|ended .. {other}|candidate|unsuccessful
	not|unable .. result|resulted|lead|led .. in|to .. offer|interview
	not|unable .. be? .. one_of|among .. {cand}|selected|shortlisted|chosen
	not|unable .. reach|reached|make|made .. shortlist|short_list|interview_stage|next_stage|final|cut

rejection 3
	looking|look|need|want|sought|require|requires|needs .. {cand} .. with|who .. more|deeper|stronger|different|greater

rejection 2.5
	{decided} not to
	{cand} who|with|that .. better|closer|closely|stronger|more|aligned|align|fits|matches|suited|suitable|qualified
	more .. experience .. in|with|than
	over|under qualified
	overqualified|underqualified
	better|different|happier news|outcome|result
	runner up
	close second
	came down to
	paused|pausing|freeze|froze .. hiring|recruitment
	not .. good|right|strong|ideal|best|suitable fit|match
	wish .. had .. better|different

rejection 2.5
	regret|sorry .. inform|advise|tell|let|say|notify|report|share|write ... {app}|candidate|candidacy|{noun}|selected|successful

rejection 2.5
	wish|wishing .. you .. best|success|luck|well|every|good|fortune ... search|endeavors|endeavours|career|hunt|future|job|pursuits|professional|ventures|quest|elsewhere|pursuit|endeavor|path
	best|good|much|every|luck|success|successful .. of_luck|luck|success|wishes|in .. in|with|for|your .. search|endeavors|endeavours|career|hunt|future|job_search|pursuits|quest
	you .. in .. future_endeavors|future_endeavours|job_search
	wish|wishing .. you .. all_the_best|every_success|luck

rejection 2.5
	disappointing|disappointed|not_the_news|not_the_outcome|not_the_result|bad_news|unwelcome .. news|you|this|hoping|hoped|hear|may|will
	not .. be_discouraged|discourage|discouraged|deter|dishearten

rejection 2.5
	strong|stronger|better|closer .. fit|match|candidates .. for|than
	feedback .. on .. unsuccessful
	{other} .. {cand} .. experience|skills|qualifications|background|profile .. more|closely|better|match|matched
	position|role has|been filled

rejection 1.5
	encourage|invite|welcome|hope .. you|apply .. apply|again|keep .. future|other|again|eye
	encourage .. you .. apply .. again|future|other
	apply .. again .. future|for

rejection 1.5
	unable|not_able|not_possible|cannot|can_not .. individual|specific|detailed|personal|personalised|personalized|further feedback
	difficult|tough|hard|not_an_easy|not_easy|not_been_easy|not_taken_lightly decision|choice|choices|decisions|one

rejection 1.5
	keep|retain|hold|store|save .. your|you .. {app}|details|information|cv|file|mind|talent|database
	future .. opportunities|openings|roles|positions|vacancies ... {app}|fit|match|suit|skills|experience|encourage|apply|contact|consider|file|touch
	stay .. in_touch|connected .. future
	should .. suitable|appropriate|right|relevant .. {noun} .. arise|arises|open|opens|become|come
	paths .. cross .. again|future

rejection 1.5
	{thank} .. for .. {app}|interest|time ... unfortunately|however|regret
	regret|sorry .. to .. inform|advise|tell|let|say|notify|share
	regrettably
	not .. on_this_occasion|this_time|at_this_time|at_the_moment|for_now
	future endeavors|endeavours

rejection 1.5
	impressed .. with|by .. however|but|unfortunately|although
	although|while|though .. impressed|impressive|strong|enjoyed|appreciate|interesting|good

rejection 0.5
	however

rejection 1
	unfortunately
	large|high|overwhelming|huge|significant|record|exceptional number|volume|response|amount
	many .. qualified|strong|talented|impressive|excellent|outstanding|great|exceptional|high_quality .. {cand}|applications
	highly|very|extremely competitive
	after .. careful|thorough|much|serious .. consideration|review|deliberation|thought|evaluation|assessment

rejection 1
	sorry
	continued .. success|search
	outcome .. of .. your? {app}
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

offer 2
	base|starting|annual|gross salary|pay
	sign_on|signing bonus
	look|looking forward .. to .. welcoming|having|working .. you .. on_board|board|team|to|with
	health_insurance|paid_time_off|pto|days_of_holiday|days_holiday|vacation_days|stock_options|equity
	contract .. attachment|attached|enclosed|sign|signed|signature
	start|starting|join .. on|in|from .. {month}|{ordinal}|{day}
	an hour|year

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

interview 4
	your|our interview

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
{move} = move|moving|moved|reschedule|rescheduling|rescheduled|postpone|postponing|postponed|push|pushing|pushed|shift|shifting|shifted|cancel|cancelling|canceling|cancelled|canceled|bring_forward|put_back|change|changing|delay|rearrange|rearranging|call_off|calling_off|called_off
{moved} = moved|rescheduled|postponed|pushed|shifted|cancelled|canceled|changed|brought_forward|put_back|delayed|rearranged|called_off|moving|be_moved|not_take_place|move_to|conflict
{new} = new|another|different|alternative|updated|other|revised
{confirmed} = confirmed|scheduled|booked|set|arranged|rescheduled|moved|cancelled|canceled|postponed|confirm|coming_up|approaching|details|invitation|reminder
{schedule} = scheduled|arranged|booked|organised|organized|schedule|scheduling|arrange|arranging|set_up|setting_up|setup|book|booking|organise|organize|organising|organizing|coordinate|coordinating|line_up|fix|invite_you_for|invite_you_to|find_a_time|find_time|get_you_in|have_you_in|bring_you_in|reschedule|hop_on|jump_on
{name} = colleague|he|she|they|i
{time} = am|pm|00|30|15|45|noon|oclock|cet|est|pst|gmt|bst|utc|edt|pdt|cest|et|pt

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
`
