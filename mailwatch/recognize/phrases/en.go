package phrases

// english holds what changes the meaning of other phrases, and the kinds that
// bring neither hope nor grief.
const english = `
{proceed} = move_forward|moving_forward|moved_forward|move_forwards|moving_forwards|move_ahead|moving_ahead|proceed|proceeding|proceeded|progress|progressing|progressed|go_forward|going_forward|go_ahead|going_ahead|advance|advancing|advanced|pursue|pursuing|pursued|take_forward|taking_forward|taken_forward|take_further|taken_further|taking_further|taken_any_further|moving_on|move_on|moved_on|step_forward|put_forward|putting_forward|take_it_further|take_things_further|going_further|go_further|move_further|moving_further
{not} = not|never|unable|no_longer|decided_against|rather_than|without
{you} = you|your
{app} = application|applications|candidacy|candidature|resume|cv|profile|submission
{job} = position|positions|role|roles|job|vacancy|vacancies|opening|opportunity|post|internship|requisition|placement|apprenticeship|traineeship|programme|program|fellowship
{interview} = interview|interviews|phone_screen|phone_interview|phone_call|video_call|video_interview|zoom_call|teams_call|zoom|call|conversation|meeting|chat|onsite|on_site|screening|discussion|assessment_centre|assessment_center|assessment_day|selection_day|trial_day|trial_shift|panel
{realinterview} = interview|interviews|phone_screen|phone_screening|interviewing|interviewer|interviewers|onsite_interview|assessment_centre|assessment_center|selection_day|trial_day|trial_shift
{day} = monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|tomorrow|today
{month} = january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec
{ordinal} = 1st|2nd|3rd|4th|5th|6th|7th|8th|9th|10th|11th|12th|13th|14th|15th|16th|17th|18th|19th|20th|21st|22nd|23rd|24th|25th|26th|27th|28th|29th|30th|31st
{count} = one|two|three|four|five|six|seven|eight|ten|1|2|3|4|5|6|7|8|9|10|12|14|15|20|21|30|couple|few|several|coming|next
{span} = day|days|week|weeks|month|fortnight|business_days|working_days|hours
{date} = {day}|{month}|{ordinal}|next_week|this_week|next_month|this_month|end_of_the_week|end_of_week|end_of_this_week|end_of_next_week|end_of_the_month|end_of_month|end_of_day|week_of|week_after_next|week_after|new_year|thanksgiving|christmas|easter|holidays|following_week|early_next|later_this|mid|eod|eow|cob
{email} = email|e_mail|mail|message
{we} = we|i|they|you|someone|team|he|she
{tell} = notify_candidates|notify_applicants|notify_all|inform_candidates|inform_all|inform_applicants|contact_candidates|contacting_the|be_contacting|will_be_notified|will_be_contacted|will_be_informed|be_announced|get_back|be_back|come_back|circle_back|let_you_know|be_in_touch|get_in_touch|in_touch|update_you|an_update|inform_you|contact_you|reach_out|revert|notify_you|tell_you|follow_up_with|give_you|provide_feedback|share_feedback|have_feedback|have_news|news|an_answer|write_to_you|reply_to_you|next_steps|know_more|have_more|respond
{decide} = decided|choice|decision|decisions|decide|deciding|outcome|verdict|final_answer|conclude|concluding|finalise|finalize|finalising|finalizing|make_up_our_minds|wrap_up|wrapping_up|announce
{hear} = hear_from|hear_back|hear|know|receive|expect_an_update|expect_to_hear|expect_a|have_an_answer|receive_an
{by} = by|on|before|until|till|within|in|no_later_than|not_later_than|latest|at_the|during|over|early|towards|end_of|this|next|around|after|the|following|for|another
{can} = can|could|would|will|may
{are} = are|is|would_be|were
{give} = sharing|sending|providing|forwarding|attaching|send|provide|share|forward|supply|give|email|attach|submit|let_us_have|let_me_have|pass_on|upload|return|confirm|list|tell|complete|fill
{need} = need|needs|needed|requires|require|missing|request|requesting|grateful_for|appreciate|ask_for|lack|waiting_for|collect
{thing} = reference|references|referee|referees|salary|compensation|expectation|expectations|document|documents|certificate|certificates|diploma|diplomas|transcript|transcripts|passport|visa|permit|work_permit|right_to_work|work_authorization|work_authorisation|sponsorship|notice_period|notice|start_date|starting_date|availability|availabilities|portfolio|work_samples|work_sample|sample|samples|writing_sample|code_sample|payslip|payslips|id|identification|copy|copies|phone_number|telephone_number|address|date_of_birth|form|forms|questionnaire|details_of|bank_details|bank_account|driving_licence|license|licence|github|presentation|case_study|information|degree|cv|resume|cover_letter|relocate|relocation|preference|preferences|contact_details
{able} = able|willing|open|happy|prepared|comfortable|flexible|authorized|authorised|eligible|legally|currently|still|available|based|ready
{want} = want|wanted|like|would_like|love|curious|wondering|wondered|hoping
{task} = form|forms|questionnaire|survey|assessment|test|challenge|task|exercise|application|candidate_profile|information|document|documents|steps|coding_challenge|take_home|assignment|consent|background_check|case_study|personality_test|online_test

if
	if|unless|whether|otherwise
	should you|your|we|they|there|an|any|it
	in case
	in_the_event|in_which_case
	were you|we to
	provided|assuming|providing that?
	candidates|applicants|those|anyone|people who|that are|were|is|do|did|have|has not|selected|shortlisted|successful|unsuccessful|invited|been
	only .. candidates|applicants
	^ once|as_soon_as|until
	^ when we|you|the|your|they|this
	successful|shortlisted|selected|unsuccessful|suitable candidates|applicants will|are|may|should|can|do|who
	may|might be|contact|invite|ask|reach|call|wish|include|involve|also|or|receive
	could be invited|asked|contacted
void if
	me|us know if|whether
	see|wondering|wonder|check|checking|ask|asking|confirm|interested_to_know|happy_to_hear if|whether
	if you have any
	if you would|want|wish|like|need|prefer|could|can|cannot|are_able|are_unable|require
	even if
	when are|would|could|can|is|do|will|works|suits

not
	{not}
	nor|neither
	unfortunately .. can|able
	no {interview}
	rather
void not
	not only
	not|never hesitate|forget|miss
	not .. be? happier|more_pleased|more_excited|more_delighted|prouder
	could|can not wait
	why|if|whether not
	or not
	do not worry
	do not reply
	not be long

void rejection
	not yet
	has|have|had not yet
	may|might not
	not|no .. decision|decisions yet
	not .. sooner|earlier
	not .. until
	not .. further_ado|delay
	not a rejection
	please do not .. {proceed}
	not|unable .. {proceed} .. without|before|unless|until|any_faster
	another candidate .. withdrew|dropped|declined
	other candidates .. still
	still .. other candidates
	still|meeting|interviewing|speaking|talking|seeing|finishing|finish|finalising|finalizing .. other|remaining|more candidates
	has|have not .. been .. filled
	not .. filled .. yet
	not been cancelled|canceled|rejected
	appointment|interview|meeting|call .. cancelled|canceled
	have you|they decided
	my|his|her .. {noun} .. eliminated|cancelled|canceled|filled|cut
	resign|quit|hand_in
	not .. considered|taken|accepted|reviewed|processed .. until|unless|without|before|if
	not .. disappoint you
	pass the|a|an|his|her|it|them|along|your
	{proceed} .. with|on the|this|that .. amendment|proposal|merger|project|plan|plans|rewrite|deal|bill|motion|purchase|sale|acquisition|upgrade|migration|release|event|trip|order|patch|lawsuit|strike|renovation|contract|design|feature
	{decided} .. with|for .. another|other|different .. supplier|vendor|provider|contractor|caterer|agency|venue|insurer|bank|product|solution
	late submissions|applications|entries|bids
	offer .. to both|either
	candidate|friend|person|applicant|colleague you referred|recommended|introduced|suggested ... selected|hired|chosen|shortlisted|moving_forward|successful

void acknowledgement rejection job
	application|apply|applying|applied|approve for|your a|an|the|our|new? .. card|loan|mortgage|account|visa|membership|insurance|flat|apartment|passport|permit|licence|patent|overdraft|financing|permission|scholarship
	credit_card|loan|mortgage|visa|membership|insurance|planning|account application
	applicant|tenant|application|buyer .. for .. flat|apartment|house|room|property|tenancy
	patch|patches|bug|merge|pull_request ... submission|submitted

void rejection
	not only
	not .. {give} .. until

void own
	submit|complete|start|send|finish|continue|resume|begin|make your application
	your application form|deadline

void offer
	offer|offers|offered .. to .. another|other|someone|somebody|one_of
	offer|offers|offered .. different|other|another candidate|candidates|applicant|person
	another|other|competing|counter|rival offer|offers
	offer from another|other|a_different
	offer|offer_letter|contract .. to|for .. him|her|them|the_candidate|candidates
	special|limited|exclusive|great|free|trial|intro|introductory|promotional|black_friday|best|hot|new|latest|today_s|time offer|offers
	job|jobs|work|employment offers
	offer .. expires .. off|discount
	before|prior_to|until .. making|extending|sending .. an? offer
	make|making|extend|extending|made|finalising|finalizing|finalize|deciding .. offers
	had|has|have .. offers
	offer stage|stages
	offered .. to .. first
	offer you a? .. interview|discount|refund|voucher|slot|time|chance_to_interview|call|feedback|place_on_our_waiting_list|place_on_our_reserve_list|place_on_our_talent|refund
	not .. an offer
	offer of|to help|assistance|support|interview
	your offer of|to
	unable|able to accept your|the
	they|he|she make|made|makes|give|gave|making .. you .. offer
	make|made|makes|give you .. an offer that
	selected|chosen|shortlisted|successful for|to|in .. an|the|a|our|your? .. interview|interviews|assessment|next|further|telephone|phone|second|first|final|onsite|screening|panel
	our offer .. for you|to_you|of_the_week|of_the_month|page|is_valid|includes|ends|expires
	offer|offer_letter|contract for|to dr|mr|mrs|ms|prof|miss
	negotiate|negotiating|compare|evaluate|counter|respond_to|decline .. your|a|an|the|job .. offer|offers|job_offer
	on_board|aboard .. ship|flight|cruise|train|vessel|coach

acknowledgement 4
	thank|thanks .. for .. applying
	thank|thanks .. for .. applying .. to|for|with|at
	thank|thanks .. for .. application
	thank|thanks .. for .. submitting|sending|sharing|completing .. {app}
	thank|thanks .. for|you .. {app} .. received
	received .. your|an .. {app}
	receipt of .. your .. {app}
	{app} ... was|has|have|is|been .. received|submitted|registered|delivered|arrived|recorded|logged
	documents|materials ... arrived|received|registered|reached
	{app} .. received|submitted successfully
	successfully|safely .. received|submitted|applied
	successfully .. applied
	your {app} .. safely|successfully
	you_have|you just|successfully? applied for|to
	{app} .. is|been .. in_safe_hands|safely_received|on_its_way|with_us
	{app} reached us
	confirm* .. receipt|received .. {app}
	acknowledge .. {app}
	your .. {app} .. has|have|was|been .. sent|forwarded|passed|transmitted .. to
	{app} .. confirmation
	{app} .. acknowledgement|acknowledgment|received|submitted
	application .. to .. submitted
	you applied successfully
	responses|assessment|test|answers|submission|questionnaire .. was|have|has|were|been .. received|submitted|recorded
	thank|thanks .. for .. submission|your_recent_application|completing_your_application|completing_the_application
	we have|got your {app}
	{app} .. is|was successful|successfully
	expressing .. interest .. in .. {job}
	thank|thanks .. taking .. time .. apply|complete
	we_will|we_are|will|team_will|recruiters_will review .. your {app}
	following .. items|documents .. sent .. to
	application .. viewed|opened|downloaded .. by
	successfully .. completed|finished|sent|filed .. {app}
	completed your {app}
	{email}|enquiry|inquiry .. was|has|been received .. and .. being|will|is
	has|have submitted your profile|cv|resume|application
	{app} ... has|have reached us|our
	documents|materials|resume|cv|application|details .. forwarded|passed|sent|routed .. to .. hiring|recruiting|recruitment|manager|department

acknowledgement 2
	thank|thanks .. for .. interest .. in
	thank|thanks .. for .. considering us|our|a_career|joining
	thank|thanks .. for .. taking_the_time .. apply
	appreciate .. interest .. in
	appreciate .. time .. apply|application
	{app} .. important to us
	look|review|shortlist|shortlisting|consider|assess|go_through .. after|once .. closing_date|deadline|advert_closes|applications_close
	assess|assessing|review|reviewing|evaluate|evaluating .. your suitability|fit|skills
	among .. qualified|selected|shortlisted candidates|applicants
	added|entered|saved|stored|logged|registered your .. details|profile|application|data|resume|cv .. to|in|into .. system|database|files|recruitment

acknowledgement 2
	will|shall|to .. review|reviewing|consider|assess|evaluate .. your|all|each|every|applications .. {app}|qualifications|experience|background|credentials|materials
	currently|carefully .. reviewing|review .. {app}|applications
	{app} .. is|are|being .. under_review|in_review|under_consideration|being_reviewed
	your|all .. {app}|qualifications|credentials .. will|is|are|being .. reviewed|considered|assessed|evaluated
	recruiter|team|member .. will|to .. review .. {app}|qualifications|information|it
	your application|resume|cv .. for

acknowledgement 2
	good|great|strong|suitable|potential match|fit .. contact|touch|reach
	your qualifications|skills|background|experience|profile .. match|meet|fit|suit|align .. contact|touch|reach
	if .. qualifications|skills|background|experience|profile|application|resume|cv .. match|matches|meet|meets|fit|fits|suitable|selected|shortlisted|successful
	glad|happy|delighted|excited|pleased .. you .. interested|interest|considering|chose .. in|us|to
	if .. selected|shortlisted|successful|suitable|considered .. contact|touch|reach|hear|email|notify|schedule
	we|someone|recruiter|team|member|recruiters .. will|may .. contact|be_in_touch|get_in_touch|reach_out .. if
	only .. candidates|applicants|those ... contacted|notified|hear|informed
	not .. hear|heard .. within|from_us .. weeks|days|month|assume|consider
	due_to .. volume|number .. applications|applicants
	expressing|expressed|showing .. interest .. in

acknowledgement 1
	hiring|recruiting|recruitment|talent|talent_acquisition|people team
	view|track|check|monitor .. status .. {app}
	{app} status
	candidate|applicant|your portal|account|profile|dashboard|home
	browse|explore|see|view .. other|open|current .. jobs|roles|positions|openings|opportunities
	{job} .. title|id|number
	your job application
	{app} process

robot 1
	this is|was an? automated|automatic|automatically|auto|system
	automatically|auto|computer generated|sent
	do|please not reply|respond .. to? this|directly
	no|not monitored|replies
	mailbox|address|account|inbox .. is|are|not .. unmonitored|monitored|not_monitored
	this {email} .. automated|automatically
	although|while this is an automated
	can not accept incoming|replies
	unattended mailbox
	replies to this {email}

own 1
	your onsite|phone_screen|recruiter_screen|intro_call|phone_interview with|is|on
	your application|candidacy|candidature
	you applied

job 2
	your .. {app}
	applied|applying|apply .. {job}
	interview .. with
	you .. applied
	thank|thanks .. for|your .. interest|applying
	meeting|speaking|talking|interviewing with you
	your interview
	candidate|candidates|candidacy|applicant|applicants|shortlist|shortlisted|hiring_manager|hiring_team|recruiter|recruiting|recruitment|interview_process|hiring_process
job 2
	offer_letter|job_offer|written_offer|formal_offer|verbal_offer|employment_contract|contract_of_employment|notice_period|referees|referee|work_permit|right_to_work|salary|start_date|probation|onboarding|employment|hiring|hire|hired
	relocate|relocation|references|writing_sample|portfolio|background_check|coding_challenge|take_home
	start|starting|join|joining .. on|in|our|the|us .. team|{month}|{day}|{ordinal}
job 1
	interview|interviews|interviewing|interviewer
	{job}
	second|next|final round
	round 2|3|two|three
	head of
	car_allowance|ote|hols|basic_salary|base_salary
	{month} start
	first|second|third|final conversation|stage
	passed the test|assessment|challenge|screening
	on|further|ahead|forward|continue|selection|next in|with the process
	your candidacy|background|profile|cv|resume
	{proceed}|on|through|you to the next step|stage|round|phase
`
