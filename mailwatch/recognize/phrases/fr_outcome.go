package phrases

// frenchOutcomes holds the French phrases for rejection, offer and interview.
const frenchOutcomes = `
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
	on|nous ne? va|allons|vais .. pas .. donner_suite|pouvoir_donner|continuer|poursuivre|aller_plus_loin|avancer
	n|ne .. irons|allons|ira|vais|va|iront .. pas plus loin|avant
	{poste} .. supprimé|supprimée|supprimés
	n|ne .. avons|ai|a .. pas|aucun|plus .. besoin|besoins|poste|recrutement|ouverture .. à_ce_jour|actuellement|pour_le_moment|pour_l_instant|en_ce_moment|à_pourvoir
	profils|candidats|candidatures|candidat|profil .. plus|davantage|mieux .. en_phase|adapté|adaptés|aguerri|aguerris|senior|seniors
	jury|commission|comité .. {pas} .. retenu|sélectionné
	ne {retenir} .. pas|plus
	{pas} .. parmi .. candidats|candidates|profils|personnes|dossiers .. retenus|retenues|sélectionnés|choisis
	choix .. d|de .. un|une? {tiers}|autre_candidat|autre_candidate|autre_profil
	choix d un|une autre
	trouvé .. la|une|le|un|quelqu .. personne|candidat|candidate|profil|perle|un
	recrutement|processus|poste .. est|a_été .. terminé|clos|clôturé|finalisé ... trouvé|choisi|retenu|pourvu
	{pas} suite à .. {cand}
	privilégions|privilégié|préféré|préférons|retenu|retenons|choisi .. candidature|candidat|candidate|profil .. plus|davantage|mieux
	{cand} .. {pas} .. abouti|aboutir|aboutira
	{poste} ... est|été|désormais|maintenant pourvu|pourvue|clôturé|clôturée|annulé|annulée|supprimé
	recruté|embauché|choisi|retenu .. en_interne|personne_en_interne|candidat_interne|candidature_interne

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
`
