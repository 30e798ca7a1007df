package phrases

// englishAnswers holds what a person answers who decides nothing: a date, a word
// of patience, a question.
const englishAnswers = `
timeline 3
	{we} .. {tell} ... {by} .. {date}
	{we} .. {tell} ... {by} .. {count} .. {span}
	{tell} ... {you} ... {by} .. {date}
	{tell} ... {you} ... {by} .. {count} .. {span}
	{decide} ... {by} .. {date}
	{decide} ... {by} .. {count} .. {span}
	{decide} ... {date}
	you .. {hear} ... {by} .. {date}
	you .. {hear} ... {by} .. {count} .. {span}
	expect|expecting|hope|hoping|aim|aiming|plan|planning|anticipate|intend|target|targeting|should|able .. {tell}|{decide}|{hear} .. {by} .. {date}
	expect|expecting|hope|hoping|aim|aiming|plan|planning|anticipate|intend|target|targeting|should|able ... {tell}|{decide}|{hear} ... {date}
	{by} .. {date} ... {tell}|{decide}|{hear}
	{by} .. {count} .. {span} ... {tell}|{decide}|{hear}
	timeline|timing|timeframe|date .. is|has|been|be .. moved|pushed|shifted|slipped|extended|delayed .. to|until|by|into
	{decide} .. moved|pushed|shifted|slipped|delayed|postponed .. to|until|by|into
	pushed|moved|slipped|postponed|delayed .. {decide}
	need|take|takes|taking|require .. another|more|an_extra|until ... {span}|{date}
	it will be|take .. {count} .. {span}
	not before|until .. {date}
	new|revised|updated|realistic timeline|date|timeframe|schedule .. is|for
	committee|panel|board|leadership|team|trustees|directors|management|partners|owners|council|governors .. meets|meet|meeting|convenes|sits .. {date}
	{tell} .. {date}
	{hear} .. {date}
	feedback|answer|result|news|verdict .. due|expected|by .. {date}
	back .. to|with|in_touch .. you .. {date}
	update .. you .. {date}
	let you know .. {date}

holding 3
	still .. reviewing|considering|deciding|interviewing|discussing|evaluating|working|waiting|deliberating|meeting|assessing|finalising|finalizing|collecting|speaking|talking|in_process|in_progress|in_the_process|in_the_running|under_consideration|under_review|being_considered|being_reviewed|in_the_mix|open|pending|ongoing|looking|going_through
	no .. decision .. yet|been|so_far|made|at_this_point
	not .. decision .. yet
	not .. yet|quite .. decided|decision|news|update|feedback|concluded|final|heard|able|finished|completed
	not .. made|reached|taken .. decision
	not .. decided
	not .. news|update|updates|feedback|answer|information .. yet|at_this|so_far|for_you|from
	no .. news|updates|update .. yet|at_this|so_far|for_you|from|to_share|on_my|on_our
	do_not|does_not|not .. have .. update|news|answer|feedback|anything|timeline
	nothing .. new|to_report|to_share .. yet
	taking|taken|takes|take .. longer|more_time
	bear|bearing with us|me
	thank|thanks|appreciate .. for? your|the .. patience
	{thank} .. for? your? .. patience
	be patient
	your patience
	process .. ongoing|delayed|longer|is_still
	decision .. pending|delayed|not_been|has_been_delayed
	delay|delayed|delays .. process|decision|hearing|getting_back|response|responding
	we are|need|needed .. waiting .. for|on .. approval|feedback|budget|sign_off|decision|hear
	waiting .. for|on .. approval|feedback|budget|sign_off|decision|final|manager|team|client
	passed|forwarded|shared|pass|forward|relay|relayed .. your .. message|note|email|mail|question|enquiry|inquiry|request|query|it .. to|on|along
	passed|forwarded|pass|forward this|it on|along|to
	thank|thanks .. being .. patient
	nobody|no_one|nothing .. told|heard|decided|settled .. yet
	comparing notes
	taken over .. roles|requisitions|openings|desk|search|from
	{app} .. being|is|under .. considered|reviewed|consideration|review|processed|evaluated
	{app} .. with the .. team|manager
	keep|kept you posted|informed|updated|in_the_loop
	will chase|nudge|follow_up_internally|check_with|look_into
	soon_as .. hear|have|know|news|update|decision|something|more
	have .. not forgotten
	not forgotten .. you
	temporarily|briefly .. on_hold|paused
	waiting_list|waitlist|wait_list|waitlisted|reserve_list|talent_pipeline
	on_hold|paused .. until|for_now|temporarily|while|at_the_moment|due
	get_back|come_back|be_in_touch|reply|respond|update_you|let_you_know .. soon|shortly|as_soon_as|when|once
	sorry|apologies|apologise|apologize .. for? .. delay|wait|silence|slow|late
	apologies|sorry|apologise|apologize|forgive .. not .. getting_back|replying|responding|been_in_touch|writing|coming_back|come_back|written .. sooner|earlier|before|yet
	not .. have|got .. date|timeline|answer|outcome|result .. yet
	not .. been .. able to meet|decide|conclude

holding 3
	{app} .. still|remains|remain .. under_review|in_review|under_consideration|being_reviewed|being_considered|in_process|active|open
	taking|taken|takes .. longer .. than .. expected|planned|usual|anticipated|hoped|thought|normal|we
	still .. in_the_process|working_through|going_through .. reviewing|applications|candidates
	process|review|decision .. delayed|taking_longer|ongoing|is_still

question 3
	{can} you .. {give} ... {thing}
	please .. {give} ... {thing}
	{give} .. us|me .. your|a|the|an|copy|copies|some .. {thing}
	{need} .. your|a|an|the|some|two|three|few|following|from_you ... {thing}
	what {are} .. your|you .. salary|compensation|expectations|notice|rate|visa|availability|earliest|current
	what is .. salary|compensation|notice|start_date|rate
	when .. could|can|would|are|will you .. start|available|join|begin
	how soon|early|quickly .. could|can|would you
	are you .. {able}
	do|would|could|did you .. have|need|require|hold|still|confirm|mind|consider .. {thing}
	let .. us|me know .. your .. {thing}
	let .. us|me .. know .. what|when|which you
	let .. us|me .. know .. whether|if .. {able}|{thing}
	asks|asked|ask|wonders|clarify|wondering|curious whether|if you .. are|would|could|have|can|need
	{want} to know|ask .. whether|if|what|when|which|about .. you|your
	complete|fill_in|fill_out|finish|submit|sign|upload|return .. the|this|your|following|attached|online|our|these|additional .. {task}
	complete|submit|answer .. 2|two|3|three|few|quick|short|some|couple .. {task}
	{can} you mind {give}
	{task} .. must|need|needs|to .. be? completed|submitted
	before .. can|moving|we .. need|proceed ... {thing}
	missing .. from? .. application|documents|information|file
	{app} .. incomplete|missing|not_complete
	still .. need|missing|require .. {thing}
	{can} you .. confirm|clarify|tell|let|advise
	who .. can|could|may we .. contact|speak|call
	quick|one|couple|few|some|further|follow_up question|questions .. for_you|before_we|before_i|about_your|regarding_your
	are you still interested|available|looking
	please reply|respond|answer|confirm .. whether|if|your|with
	would|will you be willing|happy|prepared|comfortable .. to|with|relocating|travelling|commuting|working|moving
	what is|are .. your .. {thing}|full_name|legal_name|name|number|birthday
	need .. both|it|them|this .. for .. paperwork|contract|form|system

question 2
	you need|must|have|will_need|should .. to? complete|submit|provide|fill|finish|answer|sign|upload
	order .. for .. application .. considered
	before .. deadline|due_date|expires
	your application|profile .. incomplete
	complete .. within|by .. hours|days|{date}
	action .. required

void question
	his|her|their .. {thing}
	{thing} .. of his|her|their|him|them
	send|forward .. him|her|them
	recently|previously|already .. invited|asked|completed|submitted|provided ... complete|take|do|fill
	recently|previously|already .. completed|submitted|provided
	not|no .. need .. to
`
