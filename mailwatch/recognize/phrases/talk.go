package phrases

// englishTalk and spanishTalk hold how people say it who do not write for a living:
// a hiring manager in a hurry, a recruiter who has become a friend.
const englishTalk = `
rejection 4
	headcount|req .. was|is|has|been|got .. cut|closed|frozen|pulled|cancelled|canceled|eliminated
	you were|are|came|finished .. runner_up|our_second_choice
	edged you|it|ahead out?

offer 4
	love|like|want|happy|thrilled|delighted|excited .. have|welcome you .. on_board|aboard|on_the_team

holding 3
	not .. made .. offer .. anyone|anybody .. yet
	nothing|no_news|no_word|no_update|not_heard yet
	will shout|holler|ping|yell .. when|once|as_soon|you
	still .. a .. few|couple|handful .. people|candidates|interviews .. to
	sit|hang|hold tight
	sorting|figuring|working .. out .. budget|headcount|approval|funding|sign_off
	follow_up|be_in_touch|come_back|get_back once|when|after .. heard|hear|spoken|have

timeline 3
	give|allow us .. another|{count} .. {span}
	something .. for_you .. {date}
	news|answer|word|something .. you .. by|on|before|eow|eod|{date} .. {date}
`

const spanishTalk = `
rejection 4
	no .. seguiras|continuaras|sigues|continuas|avanzaras .. proceso|seleccion|candidatura
`
