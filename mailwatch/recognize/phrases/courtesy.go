package phrases

// Courtesies are what people answer to a letter of thanks when there is nothing
// else to say. They decide only where nothing else was found; see
// findings.courteous.

const englishCourtesies = `
courtesy 1
	my|our|entirely_mine|all_mine pleasure
	the|a? pleasure .. mine|ours|meeting|talking|speaking|to_meet|to_talk|to_speak|all
	great|nice|lovely|good|wonderful|fun|enjoyable|fantastic|delightful .. meeting|meet|talking|talk|speaking|speak|chatting|chat|conversation|hearing|hear|seeing|connect|connecting
	enjoyed .. meeting|talking|talk|speaking|chatting|chat|conversation|discussion|it|our|your
	you are? .. welcome
	no problem|worries|trouble
	thank|thanks|thx .. note|message|email|e_mail|mail|reply|response|words|writing|following_up|letting|sharing|update|patience|time|meeting|coming|visit|card|kind|info|confirming|understanding|again|much|back|so|you_too
	many thanks
	thanks|thank_you a_lot|a_million|a_bunch
	^ thanks|thank_you|thx|cheers|likewise|same_here|same_to_you|you_too|noted|pleasure|anytime|any_time|will_do|got_it|received|perfect|sounds_good
	kind|nice|thoughtful|sweet of_you|words|note|message
	talk|speak|see|catch .. you? soon|later|then
	appreciate|appreciated .. it|note|message|email|that|your|the|this|you
	have .. great|nice|good|lovely|wonderful .. weekend|day|evening|week|holiday|trip
`

const germanCourtesies = `
courtesy 1
	gern|gerne geschehen
	^ gern|gerne|danke|bitte|bitteschön|dankeschön|ebenso|gleichfalls|ebenfalls
	danke|dank|dankeschön .. für|sehr|ebenfalls|auch|zurück|gleichfalls
	freut|freute|gefreut .. mich|uns|sehr
	^ alles_klar|verstanden|wird_gemacht|passt|ihnen_auch|dir_auch
	mich|uns|mir .. gefreut|freude|vergnügen
	war .. schönes|nettes|gutes|angenehmes|tolles|spannendes|sehr_nett|sehr_schön|vergnügen|freude
	nichts zu danken
	keine ursache
	kein problem|thema
	bis bald|dann|demnächst
	schönes|schönen|gutes|guten .. wochenende|tag|abend|feierabend|woche
	liebe|nette|freundliche .. worte|nachricht|mail|zeilen|rückmeldung
`

const frenchCourtesies = `
courtesy 1
	merci|remercie|remerciements .. votre|vos|ton|ta|tes|pour|de|beaucoup|infiniment|bien|vous|à
	^ merci|volontiers|pareillement|également
	je_vous|je_t|t en_prie|prie
	de rien
	pas de souci|quoi|problème
	avec plaisir
	plaisir .. moi|nous|partagé|échanger|rencontrer|discuter|vous|faire|était|a_été
	ravi|ravie|ravis|enchanté|enchantée|heureux|heureuse .. échangé|rencontré|rencontrer|échanger|connaissance|vous
	à bientôt|très_bientôt|très_vite
	bonne|bon|excellent|excellente .. journée|soirée|week_end|semaine|fin_de
`

const spanishCourtesies = `
courtesy 1
	de nada
	no hay de_qué|por_qué|problema
	^ gracias|igualmente|encantado|encantada|un_placer|perfecto|recibido
	gracias .. por|a|muchas|ti|usted|ustedes
	muchas|mil|muchísimas gracias
	placer .. mío|nuestro|conocerte|conocerle|conocerla|hablar|charlar|fue|ha_sido
	fue|ha_sido .. un placer|gusto
	encantado|encantada|encantados .. de? conocerte|conocerle|conocerla|hablar|charlar|saludarte|saludarle
	hasta pronto|luego|entonces
	agradezco|agradecemos .. tu|su|el|la|mensaje|correo|palabras
	que tengas|tenga .. buen|buena|feliz
	buen|feliz fin_de_semana|día
`

const dutchCourtesies = `
courtesy 1
	graag gedaan
	^ bedankt|dank|dankjewel|dankuwel|graag|insgelijks|hetzelfde
	bedankt|dank|dankjewel .. voor|je|u|wel
	ook bedankt
	geen dank|probleem|punt
	leuk|fijn|goed|prettig|aangenaam|gezellig .. gesprek|ontmoeten|spreken|gesproken|kennis|horen|ontmoet
	wederzijds genoegen
	genoegen .. was|mijn|onze|wederzijds|ontmoeten|spreken
	tot snel|ziens|gauw|dan|binnenkort
	fijn|prettig|goed .. weekend|dag|avond|week
	lieve|vriendelijke|aardige .. woorden|bericht|mail|berichtje
`
