package phrases

// englishNoise holds what is about work, or in its words, and about no application
// of the reader's: vacancies, offers of services, advertising, and what people
// apply for besides work.
const englishNoise = `
outreach 1.5
	i am|work|working .. recruiter|headhunter|talent_partner|recruitment_consultant|sourcer|talent_acquisition|staffing .. at|with|for|from
	my name is ... recruiter|staffing|talent|consulting|headhunter|recruitment

outreach 3
	came|come across your|you
	found|saw|viewed|noticed|reviewed|discovered|received|got .. your .. profile|resume|cv .. on|in|from|online|through|via
	your .. profile|background|resume|cv|experience .. caught|stood_out|impressive|linkedin|job_board|dice|monster|indeed|careerbuilder|portal|database
	your .. linkedin|github|stackoverflow|stack_overflow|xing
	reaching|reach out .. because|regarding|about|to_see|with .. opportunity|role|position|opening|profile|background
	our|my|a|direct|end client|clients .. is|are|has|have|looking|in|seeking|needs|hiring
	we|i have .. an|a|immediate|exciting|urgent|new|multiple|great|several .. opportunity|opportunities|opening|openings|requirement|requirements|position|role|job .. with|for|in|at|that|you|below
	immediate|urgent opening|requirement|need|opportunity
	would you be|are_you .. interested|open .. in|to .. opportunity|opportunities|new|exploring|hearing|role|position|discussing|learning|chat|joining
	are you .. looking .. for|new|job|opportunity|opportunities
	open to .. new|exploring|hearing|opportunities|discussing|a_chat
	interested .. please|kindly|let|reply|send|share|revert .. resume|cv|profile|know|details
	send|share|forward|reply_with .. me|us|your|a|an .. updated|latest|current|most_recent|recent .. resume|cv|profile|version
	updated resume|cv
	job description|jd .. below|attached|follows
	below|following|attached .. job_description|jd|requirement|role
	c2c|corp_to_corp|w2|1099
	might|may|could|would be .. interest|fit|interested .. to_you|for_you|in
	you .. may|might|would be? .. interested in
	great|good|perfect|strong|ideal|potential fit|match .. for|with .. role|position|opportunity|client
	confidential .. search|opportunity
	passive|exploring new|other opportunities
	know anyone|someone|somebody|of_anyone
	free .. resume|cv review
	if .. not .. interested|looking|right_time .. refer|forward|pass|share|know
	opening|openings|requirement|requirements .. with|for .. client|clients
	go_through|see|check|find|review .. below|attached|following .. jd|job_description|requirement
	interested in you
	retained|engaged|instructed|mandated by
	i_am|we_are|i_have_been looking|hiring|recruiting|searching .. for .. client|clients|our_new
	rate .. availability|expected_rate|bill_rate|visa_status|current_location
	considered .. call me|us|today
	out of the blue
	following|follow up on my previous|last|earlier|recent email|message|mail|note
	your resume|profile|cv .. came_up|came_across|popped_up|database
	fast_track you
	represent|representing a|an|the
	love|like|happy|glad|keen to tell|share you? more .. about?
	looking for its|their|his|her .. first|next|new
	hope .. email|message|note finds you
	conducting|holding|running .. virtual|interviews|interview_event|hiring_event|drive
	we .. reviewed your resume|profile|cv .. found
	comfortable with .. jd|requirement|role
	looking for a|your new|next challenge|job|role|opportunity|career|position
	share your opinion|opinions
	open to .. contract|contracting|permanent|freelance|remote .. positions|roles|work|opportunities|position|role
	month assignment|contract|engagement
	immediate|urgent .. interview|interviews
	about|regarding|discuss|hear an|a|some .. opportunity|opportunities|opening|openings
	employers are reaching

alert 3
	job|jobs alert|alerts|digest|recommendations|newsletter|match|matches
	new|recommended|similar|more|latest|top|hot|other|these jobs|vacancies|openings|roles|positions .. for_you|matching|match|near|in|you|based|posted|today|this_week|similar
	jobs|roles|vacancies|openings|positions .. you|that .. might|may .. interested|like|love
	jobs|roles|vacancies .. based on|for you|matching|near
	recommended|picked|selected|curated .. for you
	saved|your search|searches|alert|alerts
	apply .. now|today|with|on
	view|see|find|browse .. all? .. jobs|job|vacancies|similar
	unsubscribe|view_in_browser|view_this_email|view_online|email_preferences|manage_preferences|opt_out|update_your_preferences
	hiring|recruiting now
	who is|are hiring
	newsletter|webinar|podcast|ebook|e_book|career_fair|job_fair|career_advice|career_tips|masterclass|bootcamp
	tips|how|ways|guide .. to|for .. ace|nail|prepare|land|interview|interviewing|resume|your_next
	interview tips|questions|prep|coaching|guide|skills
	upgrade|premium|subscription|subscribe|free_trial|discount|promo|coupon|sale
	complete|update|improve your .. profile
	verify|activate|confirm .. your .. email|account|address
	passcode|password|verification_code|one_time
	your order|invoice|receipt|shipment|package|delivery|payment|statement|subscription
	shipped|tracking_number
	someone|people|recruiters|recruiter|employers .. viewed|looking|looked|searched|found .. your|profile
	how to negotiate|respond|answer|write|turn|impress
	demo .. of|on|this|next|with|for .. our|thursday|friday|monday|tuesday|wednesday|week|platform|software
	book|schedule|time_for|see|request .. a|your|free|live demo|product_tour
	our .. software|platform|saas helps|lets|allows|enables

elsewhere 4
	{apply} .. for a|an|your|the|our .. loan|mortgage|overdraft|credit_card|current_account|tenancy|flat|apartment|grant|scholarship|visa|passport|membership|insurance|policy|credit_line
	loan|mortgage|credit|credit_card|tenancy|rental|visa|grant|scholarship|membership|planning application|applications|request
	personal|home|car|business|student|payday loan|loans
	talk|paper|session|abstract|conference|workshop|poster|manuscript|tutorial proposal|submission|submissions
	submitting|submitted .. your|proposal|talk|paper|abstract|manuscript|poster .. proposal|paper|abstract|manuscript|talk|poster
	programme|program|review committee .. paper|abstract|proposal|talk|submissions|reviewers
	accept|include|included .. paper|abstract|talk|proposal|manuscript|submission
	reviewers .. comments|reports|recommend
	landlord|letting_agent|tenancy|viewing|viewings
	bid|tender|quote|quotation|proposal .. was|has|been|is .. not|unsuccessful|unsuccessfully
	{apply} .. to adopt|rent|foster
	school|nursery|kindergarten|childcare|university place|places|admission|admissions
	your child|son|daughter
	preference school
	tenant|tenancy|landlord|buyer|buyers|seller|sellers|vendor .. accepted|offer|chosen|withdrawn
	accepted .. offer from .. buyer|bidder|purchaser
	funding|project|proposal .. not .. selected|awarded|funded|successful
	claim .. accept|accepted|declined|rejected|unable|refused
	visa|passport|permit .. refused|rejected|declined
	card|payment|transaction|charge .. declined|rejected|failed|refused
	payment details|method
	mba|master|masters|degree .. programme|program|admission|admissions
	your proposal|paper|abstract|manuscript|talk|session|poster was|has|is|been
	nominations
	your order|purchase|booking|reservation|refund
	item|product|items|products .. you selected|ordered|chose|purchased
	results .. of .. competition|contest|hackathon|award|awards|prize|call_for
	competition|contest|hackathon|award|prize .. results|winners|entry|entries|submission|submissions|finalist|finalists

elsewhere 2.5
	flat|apartment|bedroom|bed_flat|house_share|room_in|rental|rent
	lender|credit_reference|credit_score|borrowing|repayment|overdraft
	appointment .. with|at|for dr|doctor|dentist|hygienist|physio|vet|optician|consultant|stylist|nurse
	surgery|dental|clinic|hospital|salon|garage|physiotherapy|vaccination|patient|engineer_visit|boiler .. appointment|visit|booking
	delivery|installation|repair|service .. appointment|slot|visit
	dinner|party|drinks|barbecue|birthday|wedding|rehearsal|holiday_house|football|cinema|concert
	mentoring|mentor|coaching|therapy|training|tutoring|yoga|fitness|massage|consultation|piano|language session|sessions|class|lesson|appointment
{apply} = application|apply|applying|applied|approve|approved|request

hiring 3
	his|her .. resume|cv|background|interview|interviews|application|candidacy|salary|visit|offer|references
	hire|interview|recruit|employ|bring|invite|meet|see|schedule .. him|her|them
	make|extend|offer|give .. him|her|them .. offer|position|job
	offer to mr|mrs|ms|miss|dr
	turn down the .. other|others|rest
	candidates for .. the|our|your|this|these .. analyst|associate|position|positions|role|group|team|post
	sit|sitting .. interview|selection panel
	serve on .. panel|committee
	him|her|them ... {realinterview}
	{realinterview} ... him|her|them
	resumes|cvs
	the candidate
	several|some|all|each|most|both of you
	talk|speak|spoke|talked to|with? him|her
	offer .. for .. your approval|signature
	^ dear|hello|hi students|members|parents|residents|customers|customer|valued_customer|subscriber|friends|alumni|neighbours|graduates

hiring 3
	^ hi|hello|dear|hey|morning|good_morning|greetings all|team|everyone|everybody|folks|both|guys|colleagues|committee_members|gang
	come prepared .. questions
`
