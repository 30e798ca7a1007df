package recognize

import "afterword/rules"

// Letters of a few sentences: what job seekers get besides answers, and answers
// as services and small companies write them.
func init() {
	for kind, list := range map[rules.MessageKind][]string{
		rules.MessageOther: {
			"Bonjour, je me permets de vous contacter car votre profil m'a interpellé. Nous recherchons pour notre client un développeur Java. Seriez-vous intéressé pour en discuter ?",
			"Découvrez les nouvelles offres correspondant à vos critères : Data Analyst, Paris. Postulez en un clic.",
			"Votre CV a été consulté 3 fois cette semaine. Mettez à jour votre profil pour être visible des recruteurs.",
			"Comment réussir votre entretien d'embauche ? Nos conseils pour préparer vos réponses.",
			"Bienvenue ! Votre compte a bien été créé. Complétez votre profil pour recevoir des offres d'emploi.",
			"Nous recrutons ! Rejoignez nos équipes et découvrez nos métiers lors de notre journée portes ouvertes.",
			"Je suis consultante en recrutement et je travaille actuellement sur un poste de chef de projet en CDI. Si ce poste vous intéresse, envoyez-moi votre CV à jour.",
			"Ihr Profil hat unser Interesse geweckt. Für unseren Kunden suchen wir ab sofort einen Entwickler. Haben Sie Interesse?",
			"Diese Woche 12 neue Stellen in Ihrer Nähe. Jetzt ansehen.",
			"Hi, hope you are well. We have an opening for a Java developer with our client in Dallas. Please share your resume if interested.",
			"Are you still looking for a job? Here are five roles we picked for you.",
			"Your weekly job recommendations: Data Scientist at Acme, Analyst at Initech.",
			"Shirley, please schedule an interview with him for next week. Vince",
			"I have forwarded his resume to the group. Let me know if you want to interview him.",
			"Please find attached the offer letter that we sent to the candidate yesterday.",
			"The offer to Tom is out; he has until Monday to accept it.",
			"Thanks for the update. I will review the resumes and tell you whom we should bring in.",
			"Complete your profile to stand out to recruiters.",
			"Your application for a library card has been received.",
			"Rate your interview at Acme and help other job seekers.",
			"Please join us for the webinar on how to negotiate your job offer.",
			"Your password was changed.",
		},
		rules.MessageRejection: {
			"Your application to Oak College has been automatically rejected, because they did not respond in time.",
			"Oak College has withdrawn your offer and is not able to take you on this year.",
			"Your application was declined by the employer.",
			"Ihre Bewerbung wurde vom Arbeitgeber abgelehnt.",
			"Candidature refusée : l'employeur n'a pas retenu votre candidature.",
			"We would have loved to give everybody a chance, but we could only choose a few. Unfortunately you are not among them. We wish you good luck.",
			"Leider ist die Wahl auf jemand anderen gefallen. Wir drücken dir die Daumen für deine weitere Suche!",
			"Danke für dein Interesse an unserem Unternehmen. Nach Durchsicht deiner Unterlagen sehen wir derzeit leider keine Möglichkeit einer Zusammenarbeit.",
			"Wir konnten Sie für die ausgeschriebene Position leider nicht berücksichtigen. Für Ihre Zukunft wünschen wir alles Gute.",
			"Wir haben die Position bereits anderweitig besetzt.",
			"Leider müssen wir dir heute mitteilen, dass wir deine Bewerbung nicht weiter im Prozess berücksichtigen.",
			"Vielen Dank für Ihre Bewerbung. Wir haben uns für Kandidaten entschieden, deren Profil besser zu unseren Anforderungen passt.",
			"Aktuell können wir dir leider keine passende Stelle anbieten, möchten deine Unterlagen aber gerne behalten.",
			"Nous avons étudié votre candidature avec attention mais elle ne correspond pas au profil recherché.",
			"Malheureusement, ton profil ne correspond pas tout à fait à ce que nous recherchons.",
			"Nous avons finalement choisi de poursuivre le processus avec des candidats plus expérimentés.",
			"Après réflexion, nous ne souhaitons pas donner suite à ton dossier.",
			"Nous ne sommes pas en mesure de vous proposer un entretien.",
			"Helaas is je sollicitatie niet geselecteerd voor de volgende stap.",
			"Je profiel past helaas niet bij wat wij zoeken.",
			"Na rijp beraad hebben wij besloten uw kandidatuur niet te weerhouden.",
			"Lamentablemente tu candidatura no ha sido seleccionada en esta ocasión. Te deseamos mucha suerte.",
			"Finalmente nos hemos decantado por otro perfil.",
		},
		rules.MessageAcknowledgement: {
			"Your application to Oak College has been submitted. They will let you know if they would like to interview you.",
			"Ihre Bewerbung wurde erfolgreich übermittelt. Wir sichten Ihre Unterlagen und melden uns so bald wie möglich.",
			"Merci pour l'intérêt que vous portez à notre entreprise. Nous avons bien reçu votre candidature et reviendrons vers vous rapidement.",
			"Ta candidature a bien été prise en compte. Si elle retient notre attention, nous te recontacterons pour un entretien.",
			"Hemos recibido tu currículum. Si no recibes respuesta en tres semanas, entiende que has sido descartado.",
			"Leuk dat je bij ons gesolliciteerd hebt! We bekijken je cv en laten binnen een week van ons horen.",
		},
		rules.MessageInterview: {
			"Oak College would like to interview you. The interview is on 4 May at 10am.",
			"Hello, thanks for your application. Would you have time for a short video call with me tomorrow?",
			"Dürfen wir Sie zu einem persönlichen Gespräch in unser Büro bitten? Wir schlagen den 12. Mai um 10 Uhr vor.",
			"Nous vous proposons un entretien téléphonique demain à 15h.",
			"Wil je volgende week dinsdag langskomen voor een gesprek?",
		},
		rules.MessageOffer: {
			"You have an offer from Oak College for Physics. Respond to your offer by 3 June.",
			"Wir freuen uns, Sie bald als neue Kollegin begrüßen zu dürfen! Ihren Vertrag finden Sie im Anhang.",
			"Votre candidature a été acceptée ! Vous commencez le 2 mai.",
			"We are delighted that you will be joining us. Attached is your contract of employment.",
		},
	} {
		sentences[kind] = append(sentences[kind], list...)
	}
}
