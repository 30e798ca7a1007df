package phrases

// englishRejections holds the ways of saying no. The words in braces stand in
// english and englishOutcomes.
const englishRejections = `
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
	{app} .. was|were|has|have|is|are|been .. not|unsuccessful .. suitable|on_this_occasion|this_time|fit|match
	you .. was|were|has|have|is|are|been .. not|unsuccessful .. suitable|on_this_occasion
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
	we|i|they have|had|has? already|since|now|successfully|just? filled .. the|this|that|our|all ... {noun}|positions|vacancies|places|seats|spots|slots|internships|openings|roles
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
	not|unable .. recommend|recommending|recommended .. {proceed}|hire|hiring|offer|you|your|an
	not|unable .. {proceed}|move|moving|progress .. to .. an|the|offer offer|stage
	{noun} ... has|have|was|were been? filled|closed|cancelled|canceled|withdrawn|pulled|eliminated|frozen|scrapped|dropped|rescinded
	{decided} .. to cancel|close|withdraw|pull|scrap|eliminate|discontinue|not_fill .. {noun}|search|recruitment
	not be interviewing|hiring|recruiting|appointing .. anyone|any|further|more|additional|candidates|for|externally
	there|currently|have .. no {noun} ... suit|suits|match|matches|fit|fits|your|for_you
	no {noun} .. in|with|at ... suit|suits|match|matches|fit|fits .. your|you
	not .. considering|reviewing|interviewing|accepting .. any|additional|further|more|other .. candidates|applicants|applications
	{app} ... not be|been? {proceed}|taken|considered|accepted|selected|retained|shortlisted|successful|withheld
	gonna|going_to .. pass .. for_now|on_this|for_this|on_you|this_time
	not .. meet|met|meeting|reach|reached|achieve|achieved .. pass_mark|benchmark|threshold|cut_off|cutoff|required_standard|minimum_standard|required_score|minimum_score|appointable
	below .. pass_mark|benchmark|threshold|cut_off|appointable|required|minimum
	not .. through_to|through_for .. interview|next|assessment|final|second|phone|further
	{cand} .. further along|ahead|on
	{cand} .. further along|ahead .. in|whose|who|with
	focus|focusing|focussing|concentrate|concentrating .. on those|other|these .. conversations|candidates|applicants|profiles|individuals
	{cand} .. whose ... more|better|closely|closer|stronger ... directly|aligned|aligns|fit|fits|match|matches|lines_up|line_up|experience|suited
	{other} candidate|applicant|finalist selected|chosen|hired|appointed
	status ... not_selected|rejected|declined|unsuccessful|closed|not_progressed|not_shortlisted|not_proceeding|position_filled|not_retained|not_successful|no_longer_under_consideration
	declined|refused to {proceed}|interview|hire|offer
	{decided} to_not|not_to|not be? withhold|retain|select|pursue|continue|consider|keep|shortlist|advance|progress .. your|you|the|with
	{cand} that|who|which .. matching|match|matches|fit|fitting|fits|meet|suit .. more|better|closer|closely
	not .. one .. we .. hiring|moving|looking
	first|preferred|top choice|candidate .. has|have accepted
	went|gone|going|go|decided with .. candidate|applicant|person|someone|somebody
	disappoint you
	offered it|this|that to .. someone|somebody|another|other
	rescind|rescinding|withdraw|withdrawing|retract .. the|our|your offer
	you .. was|were|are|is not .. right|good|best|strong|quite|ideal .. fit|match
	reached|filled|met .. our|the quota|capacity|limit|headcount .. for|of
	completed|finished|concluded|wrapped_up .. intern|internship|summer|graduate|campus|season hiring|recruiting|recruitment
	completed|finished|concluded|wrapped_up our .. hiring|recruiting|recruitment .. for
	not ... strong|close|good enough match|fit|overlap|alignment
	not .. believe|feel|think|see|find .. you|your|profile|experience|background|skills .. fit|fits|match|matches|suits|suited|align|aligns
	hold|holding|held|hold_back off on hiring|recruiting|filling
	{decided} not to bring|have|meet|interview|invite|schedule|see|call .. you
	went|gone|going|go|moved|moving ahead with .. {cand}
	{decided} to pass
	not|unable .. offer|offering .. it|this|role|one|place to you
	not be? inviting|invite|bringing|calling you .. in|to|for|this_time|on
	not .. something|one|role|position .. we .. consider|offer|pursue|take
	{decided} .. to .. prioritise|prioritize|focus_on|favour|favor|explore|look_at .. {other}|{cand}
	prioritising|prioritizing|prioritise|prioritize .. {other} {cand}
	not .. meet|met|reach|reached|clear|cleared .. our|the|required bar|standard|standards|level|expectations|hurdle
	recruitment|hiring|search|selection|requisition .. has_been|was|is|been .. stopped|halted|terminated|cancelled|canceled|discontinued|ended|called_off|suspended
	stop|end|close|conclude .. the|your|our process|application|candidacy|conversation|conversations here|there|now|at_this_point|at_this_stage
	part ways .. process|stage|here
	not|unable .. {proceed} .. with yours
	not|unable .. match|place|pair .. you with|in|to ... {noun}|roles|positions|openings
	not .. include|including|place|placing you|your|yours .. in|on|among .. list|shortlist|short_list|programme|program|selection|next
	not think|believe|see|feel .. work|working out
	not .. taking|taking any|the .. {cand} forward|further
	readvertise|re_advertise|readvertising|re_advertising|repost .. the|this {noun}
	not .. been chosen|picked|appointed|hired
	not|unable .. extend|offer|give|send .. you|an invitation|invite|interview
	fill|filled .. {noun} .. with|by someone|somebody|a_person|a_colleague|a_candidate|an_internal
	hired|found|recruited someone|somebody|another .. for|already|else|with
	spots|places|seats|positions|roles|internships|slots|openings .. have|has|are|been .. allocated|taken|assigned|gone|filled

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
	wish|wishing .. you .. best|success|luck|well|every|good|fortune ... next_steps|next_step|search|endeavors|endeavours|career|hunt|future|job|pursuits|professional|ventures|quest|elsewhere|pursuit|endeavor|path
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

rejection 3
	looking|look|need|want|searching .. for? .. a|someone|somebody|people|candidates more ... person|profile|candidate|someone|oriented|senior|junior|experienced|technical|experience|commercial

rejection 1.5
	land somewhere|something|a .. great|soon|good|amazing
	talented|capable .. sure
	not .. better news
`
