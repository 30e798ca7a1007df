package recognize

// french holds the French phrases. Elided words stand alone ("n'avons" is "n"
// and "avons"), accents do not matter.
const french = `
{pas} = pas|plus|aucune|aucun|jamais|ni
{cand} = candidature|candidatures|dossier|profil|cv|postulation
{poste} = poste|postes|emploi|offre|stage|alternance|position|mission|apprentissage|recrutement|opportunité|contrat|fonction|cdi|cdd|offre_d_emploi
{vous} = vous|votre|vos|te|toi|ta|ton
{entretien} = entretien|entretiens|entrevue|rendez_vous|rdv|visio|visioconférence|échange|échanger|appel|entretien_téléphonique|rencontre|rencontrer|discussion|point_téléphonique|call|interview|immersion
{vrai} = entretien|entretiens|entrevue|entrevues
{jour} = lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|aujourd_hui
{mois} = janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
{quand} = {jour}|{mois}|semaine_prochaine|la_semaine|fin_de_semaine|fin_du_mois|fin_de_mois|fin_de_la_semaine|cette_semaine|début|mi|fin|mois_prochain|rentrée|noël|pâques|semaine_du|fêtes|vacances
{nombre} = un|une|deux|trois|quatre|cinq|six|huit|dix|quinze|quelques|1|2|3|4|5|6|7|8|10|15|prochains|prochaines
{duree} = jour|jours|semaine|semaines|mois|jours_ouvrés|jours_ouvrables|heures|quinzaine
{tiers} = autre_candidat|autre_candidate|autres_candidats|autres_candidates|autres_candidatures|autre_candidature|autres_profils|autre_profil|autre_personne|d_autres|quelqu_un_d_autre|autre_option|un_candidat|une_candidate|des_candidats|des_profils|candidats_plus|profils_plus|candidats_dont|profils_dont|candidat_plus|autre
{autre} = autre|autres|d_autres|candidat|candidats|candidate|profil|profils|candidature|candidatures

if
	si|lorsque|dès_que|quand|sinon
	si il|votre|vous|la|le|nous|notre|une|un
	s il|ils|elle
	au_cas|en_cas|dans_le_cas|dans_l_hypothèse|sous_réserve
	sans .. réponse|retour|nouvelle|nouvelles .. de_notre_part|de_ma_part|sous|dans|d_ici|avant|passé|au_delà|après
	passé ce délai
	à_défaut|faute .. de .. réponse
	seuls|seules .. candidats|candidatures|profils
	en l absence de|d
	pourra|pourrait|pourriez|pourrions .. être|vous
	le cas échéant
	éventuellement|éventuel|éventuelle
void if
	si .. convient|possible|disponible|arrange|d_accord|toujours_intéressé|toujours_intéressée
	même si
	savoir|demander|confirmer|indiquer|dire si
	si .. vous .. avez .. question|questions
	si|quand vous souhaitez|voulez|avez
	pourriez vous
	pourrions nous
	vous pourriez
	comme|aussi si

not
	{pas}
	sans|malheureusement|regret|regrettons|impossible|ne_sommes|ne_pouvons
void not
	non seulement
	n hésitez|hésite pas
	ne .. manquerons|manquera pas
	pas|plus .. tard
	sans .. engagement|attendre
	malheureusement .. reporter|annuler|déplacer|décaler|reporté
	pourquoi pas

void rejection
	pas encore
	pas .. pris .. décision
	avant .. de? .. décision
	encore .. {autre} .. à|rencontrer|entretiens
	pas .. vous|cet .. {entretien} .. maintenu
	entretien|rendez_vous|rdv .. ne .. maintenu|avoir_lieu|honorer
	réponse .. négative .. ne .. pas
	pas .. suite .. avant
	considérer .. que|comme .. {cand}

void offer
	offre|offres d emploi|emplois|stage|alternance
	offres
	proposé|offert|attribué|confié .. {poste} .. à|au .. autre|autres
	offre|offres .. correspond*|similaires|qui|du_jour|spéciale|exclusive|promotionnelle|commerciale|publiée|en_ligne|déposée|numéro|de_service
	postulé|postuler|candidature|candidaté|répondu|suite .. à .. l|notre|cette|votre .. offre
	offre .. à|faite .. {autre}
	{autre} .. {accepte} .. offre
	nos|notre|ces|cette|des|les|d_autres|meilleures|nouvelles|dernières|leurs offres|offre
	vous .. proposer|proposons .. un|une|des|d .. {entretien}|créneau|créneaux|date|horaire|échanger|rencontrer|visio|autre
{accepte} = accepté|acceptée|signé|retenu

acknowledgement 4
	avons|ai|a|avoir|bien .. reçu|réceptionné|enregistré|pris_connaissance ... {cand}|postulation
	{cand} .. bien|été|est .. reçue|reçu|enregistrée|enregistré|envoyée|transmise|prise_en_compte|parvenue|envoyé|soumise|transmis|déposée|arrivée|vue|consultée
	accus* .. réception .. {cand}|candidater|postul*
	accusé de réception
	accusons|accuse|confirmons|confirme|confirmation .. réception|bonne_réception|l_envoi|de_votre|votre .. {cand}
	merci|remercions|remercie|remerciements .. pour|de|d .. {cand}
	merci|remercions|remercie .. avoir|d_avoir .. postulé|candidaté|envoyé|transmis|adressé|soumis|répondu|partagé
	merci|remercions|remercie .. de|pour|d|l ... intérêt ... {cand}|{poste}|entreprise|société|groupe|équipe
	vous avez|venez|viens|as .. postulé|candidaté|de_postuler|de_candidater
	réception .. de|votre .. {cand}
	{cand} .. chez|à|auprès .. envoyée|a_bien|transmise|succès
	étudier|examiner|étudierons|étudions|examinons|examinerons|analyser|étudiée|examinée|analysée|traiter|traitée|lire|étudie|parcourir .. avec .. attention|soin|intérêt
	va|allons|vont|sera|sont|est|être|équipe|équipes .. étudier|examiner|analyser|étudiée|examinée|analysée|étudié|examiné|traitée|étudient ... {cand}|attention

acknowledgement 2
	merci|remercions|remercie .. intérêt .. que|pour|porté|portez
	nous .. reviendrons|reviendrons_vers|recontacterons|contacterons|reprendrons ... vous|délais|contact
	revenir .. vers .. vous
	reviendrons|reviendra .. vers .. vous
	{cand} .. en .. cours .. d_étude|d_examen|de_traitement|d_analyse
	sans .. réponse|retour|nouvelle|nouvelles ... considérer|retenue|suite|défavorable|négative
	si .. {cand} .. retenu|retenue|correspond|intéresse|sélectionnée
	équipe recrutement|rh
	dans les|nos .. meilleurs|plus_brefs .. délais

robot 1
	ceci|cet|ce .. message|mail|email|e_mail|courriel .. automatique|automatiquement|généré
	message|mail|courriel|email .. envoyé|généré|est .. automatique|automatiquement
	ne .. pas .. répondre .. à .. ce|cet
	merci de ne pas répondre

own 1
	votre|ta candidature

job 2
	votre|ta {cand}
	{vrai}
	candidat|candidats|candidate|recruteur|recruteuse|recrutement|candidature|candidatures|postulé|postuler
job 1
	{poste}

rejection 4
	{pas} .. {retenir}
	{pas} .. {retenir} .. {cand}
	{cand} .. {pas} .. {retenir}|correspond|correspondait|positive|positivement|abouti|aboutir|adéquation|suite|favorable|favorablement|sélectionné|sélectionnée
	{pas} .. donner|donnée|donnerons|donnons .. suite
	{pas} .. suite .. favorable|positive|à_votre|à_ta|à_vous
	{pas} .. donner|donnée|répondre|réserver|réserve|accéder|apporter .. suite|favorablement|positivement|réponse_favorable|réponse_positive|favorable|positive
	{pas} .. poursuivre|poursuivi|poursuite|continuer|aller_plus_loin|avancer|poursuivrons|poursuivons ... {cand}|vous|processus|loin|recrutement|ensemble|toi
	{pas} .. aller .. plus_loin|au_delà
	{pas} .. été .. {retenir}|sélectionné|sélectionnée|choisi|choisie
	{pas} .. en_mesure|possible|pouvons|pouvoir .. donner|retenir|poursuivre|proposer|répondre_favorablement|offrir|réserver|accueillir|embaucher|recruter|accepter
	{pas} .. sélectionné|sélectionnée|sélectionner .. {cand}|pour|vous
	{pas} .. correspond*|adéquation|en_phase|répond|répondait|adapté|aligné .. à|aux|avec|attentes|besoins|critères|recherchons|exactement|pleinement|profil|totalement
	poursuivre|avancer|continuer|continué|poursuivi|avancé|continuons|continuerons|poursuivons|poursuivrons|avançons|avancerons|continue|poursuivent .. avec|auprès .. {tiers}
	{choisi} .. d|de|un|une|autre|pour|en|vers ... autre|autres|candidat|candidate|candidats|profils .. candidat|candidate|candidats|candidatures|profil|profils|personne|plus|dont|mieux|qui|correspondant|proche|proches
	{tiers} .. {choisi}|retenu|retenue|retenus|en_adéquation|plus_proche|plus_en|correspondent|correspond_davantage|correspondant|mieux
	{choisi} .. de .. ne_pas .. {retenir}|donner|poursuivre|continuer|aller
	décision|décidé|choix|choisi ... ne pas .. {retenir}|donner|poursuivre|continuer|aller
	profils|candidats|candidatures .. plus|davantage|mieux .. en_adéquation|proches|proche|expérimentés|adaptés|correspondant|adéquation|pertinents|qualifiés|avancés
	{poste} .. pourvu|pourvue|déjà_pourvu|clôturé|fermé|annulé|suspendu|gelé|été_attribué|plus_disponible|plus_ouvert|plus_d_actualité|plus_à_pourvoir
	poste|recrutement .. a_été|est|été .. pourvu|annulé|clos|suspendu|gelé|abandonné|arrêté|fermé
	pourvu en interne
	{cand} .. refusée|rejetée|déclinée|écartée|pas_retenue|non_retenue|été_déclinée
	non retenue|retenu|sélectionnée|sélectionné
	réponse|suite|avis|retour .. négative|négatif|défavorable
	négativement .. à|votre
	décliner|refuser|rejeter|décliné|refusé|déclinons|écarter .. {vous} .. {cand}|candidature
	ne .. sommes|suis|pouvons|peux|serons .. {pas} .. en_mesure|positivement|favorablement|favorable
	malheureusement ... {pas} .. {retenir}|correspond*|possible|suite|poursuivre|favorable*|positive*
	{regret} .. vous .. informer|annoncer|dire|faire|apprendre ... {pas}|refus|négativ*|{cand}
	orienté|porté|arrêté|fait|porte .. notre|choix|un .. vers|sur|choix .. {tiers}
	choix .. s_est|est|s .. porté|orienté|arrêté|fixé .. sur|vers
	{tiers} .. préféré|préférée|privilégié|privilégiés|privilégier
	privilégier|privilégié|préféré|privilégions .. {tiers}|un_autre|d_autres
	ne donnerons|donnera|donnons|donne .. {pas} .. suite
	{pas} .. vous .. proposer .. {poste}|d_entretien|de_poste|un
	{pas} .. inviter|convoquer|convier .. vous|entretien
	expérience|parcours|compétences|formation .. ne|n .. correspond*|répond* .. pas|plus
	{cand} ... ne|n .. correspond*|répond*|peut|pu|pourra ... pas|retenue|retenu|aboutir|suite
	ne|n .. pouvons|pouvoir|peux|puissions|pourrons .. suite|favorablement|retenir|favorable
	ne|n .. avons|ai|a .. pas .. retenu|choisi|sélectionné|donné
	choix|décision .. ne .. pas .. {retenir}|poursuivre|donner
	{pas} .. fait partie|partie .. candidats|sélection|sélectionnés
	{tiers} .. plus .. proche|adéquation|avancé|expérimenté
	proposé|offert|attribué|confié|proposée .. {poste} .. à|au .. autre
	{choisi} .. autre_candidat|autre_candidate|autre_candidature|autres_candidats|autres_candidatures|autre_profil|autres_profils|autre_personne
	{choisi} .. profil|candidat|candidate|candidats|profils .. plus|mieux|davantage|dont|possédant|disposant|avec
	déjà .. trouvé|recruté|embauché .. quelqu_un|candidat|candidate|personne|perle|profil
	ne poursuivrons|poursuivons|continuerons|continuons|poursuivra .. {pas}
	gel .. des .. recrutements|embauches
	fin|terme .. à .. votre|processus|ce .. {cand}|candidature|recrutement
	préfère|préférons|préféré|décidé|choisi|souhaitons .. s|d|de|nous? arrêter|stopper .. là|ici|processus|process
	s arrête|arrêter|arrêtons .. là|ici
	on|nous .. ne_va|va|allons .. pas .. donner_suite|pouvoir_donner|continuer|poursuivre|aller_plus_loin|avancer
	n|ne .. irons|allons|ira|vais|va|iront .. pas plus loin|avant
	{poste} .. supprimé|supprimée|supprimés
	n|ne .. avons|ai|a .. pas|aucun|plus .. besoin|besoins|poste|recrutement|ouverture .. à_ce_jour|actuellement|pour_le_moment|pour_l_instant|en_ce_moment|à_pourvoir
	profils|candidats|candidatures|candidat|profil .. plus|davantage|mieux .. en_phase|adapté|adaptés|aguerri|aguerris|senior|seniors
	jury|commission|comité .. {pas} .. retenu|sélectionné
	ne {retenir} .. pas|plus
	{pas} .. parmi .. candidats|candidates|profils|personnes|dossiers .. retenus|retenues|sélectionnés|choisis
	choix .. d|de .. un|une? {tiers}|autre_candidat|autre_candidate|autre_profil
	choix d un|une autre

rejection 2.5
	regret|regrettons|désolé|désolés|désolée|regrette|navrés|navré ... informer|annoncer|apprendre|faire_part|dire|communiquer

rejection 2.5
	souhaitons|souhaite|souhaiter .. {vous}? ... bonne|bon|plein|beaucoup|pleine|tout|succès|réussite|meilleure|chance|continuation .. {recherche}
	bonne|belle|excellente continuation|chance .. dans|pour ... {recherche}
	succès|réussite|chance|courage .. dans|pour .. vos|votre|tes|ta .. {recherche}|projets

rejection 2.5
	ne .. remet|remettent|reflète|préjuge .. cause|compétences|qualité|qualités|valeur
	ne .. pas .. décourager|découragez
	vous encourageons|invitons|encourage .. postuler .. nouveau|autres|futures|prochaines
	déçu|décevante|déception|décevant

rejection 1.5
	conserver|conservons|garder|gardons|conserverons|conservé|garderons .. {vous}|{cand}|coordonnées|dossier|vivier|base
	vivier

rejection 1.5
	malgré .. qualité|qualités|intérêt|l_intérêt
	choix|décision .. difficile|facile
	grand|nombreuses|nombre|important|volume .. candidatures|nombre|candidats
	{regret}
	bonne continuation
	ultérieurement|future|futures|à_l_avenir .. {poste}|candidature|candidater|postuler|opportunités

rejection 1
	malheureusement

rejection 1
	après .. étude|examen|analyse|réflexion|mûre|attentif|attentive|délibération
	toutefois|cependant|néanmoins

{regret} = regret|regrettons|regrette|désolé|désolés|désolée|navré|navrés
{retenir} = retenu|retenue|retenir|retenons|retiendrons|retenus|retiens|retient
{choisi} = choisi|choisir|opté|retenu|décidé|sélectionné|opter|sélectionner|retenir|préféré|privilégié|recruté|décision
{recherche} = recherche|recherches|projet|projets|carrière|parcours|avenir|suite|démarches|professionnel|professionnelle|professionnelles|recherche_d_emploi|candidatures|continuation

offer 4
	{plaisir} ... vous .. proposer|offrir|confirmer|annoncer|informer ... {poste}|embauche|rejoindre|retenu|retenue|recruter
	souhaitons|souhaite|aimerions|voulons|souhaiterions .. vous .. proposer|offrir|faire|recruter|embaucher|intégrer|accueillir .. {poste}|offre|proposition|équipe|embauche|parmi
	{vous} .. faire|adresser|transmettre|envoyer|soumettre|parvenir .. une|notre|la|votre .. offre|proposition|promesse
	promesse|proposition|lettre .. d_embauche|d_engagement|de_contrat|contractuelle
	{vous} .. contrat .. de_travail|cdi|cdd|d_embauche|de_stage|d_alternance
	contrat .. ci_joint|en_pièce_jointe|signer|signé|signature|joint|à_signer|retourner
	ci_joint|pièce_jointe|joint|trouverez .. contrat|promesse|proposition|lettre .. embauche|travail|engagement|contrat|offre
	{cand} .. a|été|est|bien .. acceptée|accepté|retenue_pour_le_poste
	{vous} .. avez|êtes|été .. recruté|recrutée|embauché|embauchée|le_poste
	avons .. décidé|choisi .. de .. vous .. recruter|retenir|embaucher|confier|proposer
	vous .. retenir|choisir|retenu|retenue|choisi|choisie .. pour .. le|ce .. poste
	félicitations .. poste|retenu|retenue|recruté|embauche|rejoindre|rejoignez|équipe|acceptée|intégrer
	bienvenue .. chez|dans|parmi|à_bord .. nous|équipe|l_équipe|notre
	offre .. écrite|formelle|ferme|contractuelle|verbale
	salaire|rémunération .. annuel|annuelle|brut|brute|fixe .. de|sera
	poste .. est .. à_vous
	proposons|propose|offrons .. le|un|ce .. {poste} .. de|en|à|au
	rejoindre .. notre|nos|l|les .. équipe|équipes|rangs .. contrat|date|à_compter|partir|dès
	aimerait|aimerions|aimerais|voudrait|voudrions|souhaite|souhaitons|souhaiterions|serait|serions|ravis .. que .. tu|vous .. rejoignes|rejoigniez|rejoignez|intégriez|intègres|fassiez_partie|fasses_partie
	{vous} .. envoie|enverrai|envoyons|enverrons|transmets|transmettons|adresse .. offre|proposition|promesse|contrat .. écrite|d_embauche|ferme|de_travail|cdi|cdd|signer|dans|aujourd_hui|demain

interview 4
	{vous} .. inviter|invitons|invite|convier|convions|convie|convoquer|convoquons|rencontrer|recevoir|proposer|proposons|propose ... {entretien}
	{vous} .. invité|invitée|convié|conviée|convoqué|convoquée|attendu ... {entretien}
	{plaisir} ... {vous} .. rencontrer|recevoir|convier|inviter|échanger
	souhaitons|souhaite|souhaiterions|souhaiterais|aimerions|aimerais|voudrions|voudrais|serions|serait ... rencontrer|échanger|entretien|recevoir|entretenir|discuter ... vous|entretien|poste|candidature|avec
	invitation|convocation .. à|pour|un|en .. {entretien}
	convenir|fixer|planifier|organiser|programmer|caler|réserver|prévoir|arrêter|bloquer|mettre_en_place .. un|d_un|votre|l|notre|cet|ton|date .. {entretien}|créneau|moment|date
	{vrai} .. {jour}|{mois}|heures|h|confirmé|prévu|aura_lieu|fixé|planifié|avec
	confirm* .. {vous}|notre|l|le .. {entretien}
	{entretien} .. le|ce|du|aura_lieu|prévu|fixé .. {jour}|{mois}
	disponible|disponibilités|disponibilité|dispo|disponibles|créneau|créneaux ... {entretien}|échanger|rencontrer|appel|visio|{jour}|semaine|discuter|téléphone
	quelles|quels|vos|tes|me|nous .. disponibilités|créneaux|dates ... {entretien}|semaine|échanger|jours|rencontrer|prochaine
	choisir|réserver|choisissez|sélectionner|réservez .. un|votre|le .. créneau|horaire
	calendly|lien_de_réservation
	prochaine|deuxième|second|seconde|dernier|prochain|nouvel|nouveau|première|premier .. {entretien}|étape_est .. {jour}|avec|entretien|disponible|disponibilités|vous
	passer|poursuivre|avancer .. à|avec|l|le .. étape_suivante|prochaine_étape|entretien|étape|processus .. entretien|rencontre|disponibilités
	seriez|êtes|serais|es .. vous|tu .. disponible|libre .. {jour}|pour|à|la_semaine|le
	passer|venir|venez|passez ... essai|entretien|discuter|{jour}
	{jour}|{mois} .. à .. heures|h .. visio|locaux|téléphone|teams|entretien|vous_convient
	vous .. faire rencontrer .. directeur|directrice|équipe|responsable|manager|cto|ceo|fondateur|fondatrice|associé

move 4 firm
	{decaler} .. {entretien}|notre|créneau
	{entretien} ... {decale}|{decaler}
	{entretien} ... ne .. pas .. avoir_lieu|maintenu|maintenir|honorer|assurer|avoir
	autre|nouveau|nouvelle|nouvel .. créneau|date|horaire|rendez_vous|entretien
	empêchement
{decaler} = reporter|décaler|déplacer|annuler|repousser|avancer|modifier|replanifier|reprogrammer|reportons|annulons
{decale} = reporté|décalé|déplacé|annulé|repoussé|reprogrammé|modifié|reporter|décaler|annuler|déplacer
{plaisir} = plaisir|ravi|ravis|ravie|heureux|heureuse|enchantés|joie|honneur|fiers

void interview
	merci|remercie|remercions|suite|après|lors|depuis|issue|cours|durant|pendant .. notre|votre|l|cet|d|un|le|nos|vos|de_la|temps|du .. entretien|entretiens|échange|échanges|rencontre|rendez_vous|entrevue
	temps .. accordé|consacré
	suite à notre|nos|votre|l .. {entretien}
	apprécié|apprécions|plaisir .. notre|nos|d|de|échange|vous .. échange|échanges|rencontrer|entretien|eu
	passé .. entretien|entretiens
	conseils|préparer|préparation|réussir|questions .. entretien|entretiens

timeline 3
	{dici} .. {quand} ... {revenir}|{decision}
	{dici} .. {nombre} .. {duree} ... {revenir}|{decision}
	{revenir} ... {dici} .. {quand}
	{revenir} ... {dici} .. {nombre} .. {duree}
	{decision} ... {dici} .. {quand}
	{decision} ... {dici} .. {nombre} .. {duree}
	{decision} .. repoussée|reportée|décalée|retardée
	{decision} ... {quand}
	reporté|repoussé|décalé|prolongé .. {quand}
	besoin .. de .. {nombre} .. {duree}
{dici} = d_ici|avant|dans|sous|courant|au_plus_tard|fin|début|milieu|à_la|en|au|à_partir|pour|jusqu|le|la|dès|après|mi
{revenir} = reviendrons|reviens|revenir|reviendrai|retour|réponse|tiendrons|tiendrai|informerons|recontacterons|contacterons|informé|nouvelles|répondrons|répondre|répondrai|aurez|saurez|saurons|contact|tenir_au_courant|préviendrons|préviendrai|recontacter|retours|appelle|appellerai
{decision} = décision|décider|trancher|trancherons|décidera|finaliser|conclure|statuer|décisions|choix|résultat|résultats|comité|délibération|arbitrage

holding 3
	toujours|encore|actuellement .. en .. cours|attente|étude|réflexion|discussion|processus|train
	{pas} .. encore .. {decision}|retour|pris|finalisé|terminé|reçu|arrêté|statué|réponse|tranché|nouvelles
	pas .. de .. nouvelles|retour|réponse|visibilité .. à|encore|pour
	patience|patienter|patientez
	prend|prendre|pris .. plus .. temps|retard
	retard .. dans|processus|réponse|recrutement
	attends|attendons|attente .. {revenir}|validation|feu_vert|confirmation|budget|décision
	tiens|tiendrons|tiendrai|tenons|tenir|tiendra .. vous|te|informé|informée .. informé|informée|courant|informés
	reviendrons|reviens|reviendrai|recontacterai|recontacterons .. vers? .. vous|toi .. dès|rapidement|prochainement|bientôt|vite
	dès .. que .. {revenir}|possible|j|nous|retour|aurons|plus|décision
	transmis|transmets|transmettons|transféré .. {vous}|demande|message|question .. équipe|manager|service|responsable|collègue|message|demande
	mise|mis|placée|placé en attente
	liste d attente
	pas .. oublié|oubliée|oublions
	{cand} .. en .. cours|étude|examen|traitement
	relancer|relance .. manager|équipe|client

question 3
	pourriez|pouvez|peux|pourrais|pourras .. vous|tu|nous|me ... {donner} ... {chose}
	merci|bien|prière .. de|vouloir .. nous|me|bien .. {donner} ... {chose}
	{donner} .. moi|nous .. votre|vos|ton|ta|une|un|le|la|les ... {chose}
	{besoin} ... {chose}
	quelles|quelle|quel|quels|quand .. sont|est|seriez|pourriez|serait ... {chose}|commencer|disponible|démarrer
	êtes|seriez|es|serais .. vous|tu .. toujours|mobile|prêt|prête|disposé|intéressé|intéressée|ouvert|d_accord
	avez|auriez|as|aurais|disposez .. vous|tu .. {chose}|permis|besoin
	il .. manque|nous_manque ... {chose}
	{chose} .. manquant|manquante|manquants|manquantes
	dossier|candidature .. incomplet|incomplète
	remplir|compléter|renseigner|finaliser .. le|votre|ce|un|formulaire .. formulaire|questionnaire|dossier|profil|test|candidature
	question|questions .. pour|à .. vous|poser
	précisions|précision|préciser .. sur|votre|vos
{donner} = envoyer|transmettre|fournir|communiquer|indiquer|préciser|confirmer|faire_parvenir|adresser|renvoyer|donner|partager|faire_savoir|dire|compléter|retourner|joindre|envoyez
{besoin} = besoin|aurions_besoin|manque|nécessaire|demandons|attendons
{chose} = références|référence|prétentions|salaire|salariales|rémunération|préavis|disponibilité|date_de_début|prise_de_poste|diplôme|diplômes|attestation|attestations|justificatif|justificatifs|pièce|pièces|carte|titre_de_séjour|permis|permis_de_travail|visa|bulletins|fiches_de_paie|portfolio|lettre_de_motivation|cv|documents|document|formulaire|rib|iban|relevé|relevés|informations|coordonnées|copie|adresse|numéro|casier|certificat

outreach 3
	votre|ton profil .. linkedin|attiré|interpellé|apec|indeed|hellowork|cadremploi
	tombé|tombée|découvert|repéré|consulté|trouvé .. {vous} .. profil
	cabinet .. recrutement
	consultant|consultante|chargé|chargée .. en|de recrutement
	si .. poste|offre|opportunité .. intéresse
	cv .. à jour
	mon|notre|nos|un_de_nos|l_un_de_nos client|clients .. recherche|recherchent|recrute|est
	pour .. le .. compte .. de|d .. client|notre|un
	écoute .. marché|opportunités|nouvelles|nouveaux
	nouvelle|belle|nouveau|opportunités opportunité|challenge|défi|professionnelles .. pourrait|intéresser|pour|vous
	pourrait .. vous .. intéresser|correspondre
	seriez|êtes|es|serais .. vous|tu|ouvert .. intéressé|ouvert|ouverte|à_l_écoute|en_recherche .. par|à|du|d
	chasseur|chasseuse de têtes
	je|nous recrute|recrutons|recherche|recherchons .. pour .. un|une|mon|notre|nos .. groupe|client|entreprise|acteur|société|pme|startup
	êtes|es|seriez vous|tu .. en_veille|en_recherche|ouvert|ouverte
	premier .. échange .. de minutes

alert 3
	alerte|alertes .. emploi|emplois|job|offres
	nouvelles|dernières|nouveaux|nouvelle .. offres|offre|emplois|jobs|annonces .. pour|d_emploi|correspond*|à|près|emploi
	offres|emplois|jobs|annonces .. qui|pour|susceptibles|recommandées|recommandés .. vous|correspond*|pourraient|intéresser
	offres .. similaires|recommandées|d_emploi
	postulez|postuler .. maintenant|dès|en_un_clic|facilement
	désabonner|désinscrire|désinscription|désabonnement|newsletter|se_désabonner
	voir .. toutes|les|l|plus .. offres|offre|emplois|annonces|profil
	consulté|vu|visité|vues|visites|apparu .. votre .. profil
	votre profil .. consulté|vu|visité|apparu
	commande|livraison|facture|colis|promo|promotion|réduction|soldes|abonnement
	code .. de .. vérification|sécurité|confirmation
	mot de passe
	conseils|astuces .. cv|entretien|carrière|recherche
	confirm* .. votre .. adresse|compte|e_mail|email
	salon|forum|job_dating .. emploi|recrutement
	félicitez|invitation .. relation|rejoindre_votre_réseau
	ajouter|ajoutez .. réseau

elsewhere 4
	demande|dossier|offre .. de .. prêt|crédit|financement|logement|location|visa|bourse|subvention|adhésion
	prêt|crédit .. immobilier|personnel|consommation|demande
	appartement|logement|studio|maison .. location|louer|loué|visite|propriétaire|bailleur|locataire
	propriétaire|bailleur|locataire .. appartement|logement|dossier|choisi|retenu
	proposition|communication|article|résumé .. conférence|colloque|comité_de_programme|relecteurs
	place .. en_crèche|crèche|école|maternelle|ehpad
	demande .. place|crèche|inscription|dérogation|logement_social|aide

void interview
	terminons|finissons|achevons|termine|finit|poursuivons .. entretiens

void question
	pas|aucun|plus .. de? besoin|besoins
`
