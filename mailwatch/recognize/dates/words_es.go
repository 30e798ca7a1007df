package dates

// spanish are the words of Spanish, without accents.
var spanish = []group{
	{month, 1, "enero|ene"}, {month, 2, "febrero|feb"}, {month, 3, "marzo|mar"}, {month, 4, "abril|abr"}, {month, 5, "mayo"}, {month, 6, "junio|jun"}, {month, 7, "julio|jul"},
	{month, 8, "agosto|ago"}, {month, 9, "septiembre|setiembre|sept|set"}, {month, 10, "octubre|oct"}, {month, 11, "noviembre|nov"}, {month, 12, "diciembre|dic"},
	{weekday, 1, "lunes"}, {weekday, 2, "martes"}, {weekday, 3, "miercoles"}, {weekday, 4, "jueves"}, {weekday, 5, "viernes|vie"}, {weekday, 6, "sabado"}, {weekday, 0, "domingo|dom"},

	{count, 1, "un|una|uno"}, {count, 2, "dos|un par de|un par|par de"}, {count, 3, "tres"}, {count, 4, "cuatro"}, {count, 5, "cinco"}, {count, 6, "seis"}, {count, 7, "siete"}, {count, 8, "ocho"},
	{count, 9, "nueve"}, {count, 10, "diez"}, {count, 12, "doce"}, {count, 14, "catorce"}, {count, 15, "quince"}, {count, 20, "veinte"}, {count, 30, "treinta"},
	{ordinal, 1, "primer|primero|primera"}, {ordinal, 2, "segundo|segunda"}, {ordinal, 3, "tercer|tercero|tercera"}, {ordinal, 4, "cuarto|cuarta"},
	{vague, 0, "unos|unas|algunos|algunas|varios|varias|pocos|pocas|unos pocos|unos cuantos"},

	{unit, unitDay, "dia"}, {unit, unitDay + plural, "dias|dias naturales|dias corridos"}, {unit, unitBusinessDay, "dia habil|dia laborable|dia laboral"}, {unit, unitBusinessDay + plural, "dias habiles|dias laborables|dias laborales|dias de trabajo"},
	{unit, unitWeek, "semana|semana laboral"}, {unit, unitWeek + plural, "semanas"}, {unit, unitFortnight, "quincena"}, {unit, unitMonth, "mes"}, {unit, unitMonth + plural, "meses"}, {unit, unitQuarter, "trimestre"}, {unit, unitQuarter + plural, "trimestres"}, {unit, unitYear, "ano"}, {unit, unitYear + plural, "anos"}, {unit, unitHour, "hora"}, {unit, unitHour + plural, "horas"},
	{relative, -1, "ultimo|ultima|ultimos|ultimas|pasado|pasada|pasados|pasadas|anterior"}, {relative, 0, "este|esta|en curso|actual|presente|corriente"},
	{relative, 1, "proximo|proxima|proximos|proximas|siguiente|siguientes|entrante"}, {relative, coming, "que viene|que entra|que vienen"},
	{part, partBegin, "principios|a principios|a principios de|principio|comienzos|a comienzos|inicio|inicios|a inicios|al principio|al inicio|primeros|a primeros|primeros dias|comienzo"},
	{part, partMiddle, "mediados|a mediados|a mediados de|mitad|a mitad|a mitad de"}, {part, partEnd, "fin|final|finales|a finales|a finales de|fines|a fines|a fines de|al final|el final|fin de|el fin|final de|ultimos"}, {part, partLate, "ultimos dias"}, {part, partLater, "mas tarde|resto|lo que queda"},
	{part, partFirstHalf, "primera quincena|la primera quincena|primera mitad|la primera mitad"}, {part, partSecondHalf, "segunda quincena|la segunda quincena|segunda mitad|la segunda mitad"},
	{part, partWhole, "a lo largo|en el transcurso|transcurso|en el curso|curso|a lo largo de|durante el transcurso"},
	{anchor, 0, "hoy|hoy mismo|el dia de hoy"}, {anchor, thisMoment, "ahora"}, {anchor, 1, "manana|el dia de manana"}, {anchor, 2, "pasado manana"}, {anchor, -1, "ayer"}, {anchor, -2, "anteayer|antes de ayer"},
	{weekend, 0, "fin de semana|finde"}, {endOf, unitMonth, "fin de mes|final de mes|finales de mes|fines de mes|el fin de mes"}, {endOf, unitYear, "fin de ano|final de ano|finales de ano|fines de ano"},
	{weekOf, 0, "semana del|semana que comienza el|semana que empieza el"}, {weekNo, 0, "semana numero|semana n"},
	{quarterNo, 0, "t|q"}, {quarterNo, 1, "primer trimestre"}, {quarterNo, 2, "segundo trimestre"}, {quarterNo, 3, "tercer trimestre"}, {quarterNo, 4, "cuarto trimestre|ultimo trimestre"},
	{daypart, 0, "por la manana|de la manana|por la tarde|de la tarde|por la noche|mediodia|inclusive|incluido|ambos inclusive|tarde|a primera hora|a ultima hora|a las|h"},
	{daypart, 1, "final del dia|el final del dia|fin del dia|al final del dia|cierre del dia|ultima hora del dia"},

	{by, 1, "hasta|hasta el|hasta la|hasta el dia"}, {by, 0, "para|para el|a mas tardar|a mas tardar el|a mas tardar para el|como tarde|como tarde el|como muy tarde|como muy tarde el|no mas tarde del|no mas tarde de|no mas tarde que el|a mas tardar en|como maximo el|el plazo es|fecha limite|antes o el|para finales de|de aqui a|de aqui al"},
	{before, 0, "antes del|antes de|antes de la|antes de que termine|previo al|antes"}, {after, 0, "despues del|despues de|despues de la|despues de las|tras|tras el|tras la|tras las|pasada la|pasadas las|luego de|luego del"}, {since, 0, "desde|desde el|desde la"},
	{within, 0, "dentro de los|dentro de las|en un plazo de|en el plazo de|en un plazo maximo de|en el plazo maximo de|en menos de|en un maximo de|en un plazo no mayor a|en los|en las|en el curso de|dentro de un plazo de|antes de que pasen|en un plazo aproximado de"},
	{in, 0, "en|dentro de|en unas|en unos|en aproximadamente|en torno a|dentro del|dentro"},
	{on, 0, "el|el dia|durante|por|hacia el|sobre el|sobre|hacia|a|al|los dias"}, {from, 0, "del|de|a partir del|a partir de|desde el dia"}, {between, 0, "entre|entre el"}, {to, 0, "al|a|hasta el dia"},
	{and, 0, "y|e"}, {or, 0, "o|u|o bien|o el"}, {of, 0, "de|del"}, {the, 0, "el|la|los|las|lo"},
	{approx, 0, "aproximadamente|alrededor de|alrededor del|cerca de|unos|unas|probablemente|posiblemente|mas|otras|otros|otra|maximo|como maximo"},
	{takes, 0, "tardara|tardaremos|tardar|tarda|tomara|tomar|llevara|necesitamos|necesitaremos|necesitamos otras|otras|otros|demorar|demora|demorara"},
	{ago, 0, "hace|hace unos"}, {each, 0, "cada|todos los|todas las|los"},
	{thing, 0, "planta|piso|ronda|entrevista|vez|fase|calle|puesto|lugar"},

	{holiday, newYear, "ano nuevo"}, {holiday, epiphany, "reyes|dia de reyes|los reyes"}, {holiday, easter, "pascua|pascuas"}, {holiday, holyWeek, "semana santa"}, {holiday, goodFriday, "viernes santo"}, {holiday, maundyThursday, "jueves santo"},
	{holiday, easterMonday, "lunes de pascua"}, {holiday, mayDay, "dia del trabajo|dia del trabajador"}, {holiday, assumption, "dia de la asuncion"}, {holiday, hispanidad, "dia de la hispanidad|fiesta nacional|el pilar"}, {holiday, allSaints, "todos los santos"},
	{holiday, constitution, "puente de la constitucion|dia de la constitucion"}, {holiday, immaculate, "la inmaculada|puente de la inmaculada|puente de diciembre"}, {holiday, christmas, "navidad|dia de navidad"}, {holiday, christmasEve, "nochebuena"}, {holiday, newYearsEve, "nochevieja|fin de ano nochevieja"},
	{holiday, theHolidays, "navidades|fiestas|las navidades|las fiestas|fiestas navidenas|las fiestas navidenas|vacaciones de navidad|las vacaciones de navidad"},

	{pastCue, 0, "hablamos|reunimos|conocimos|entrevistamos|su candidatura|tu candidatura|su solicitud|tu solicitud|su correo|tu correo|su mensaje|recibimos|recibido|hemos recibido|fue|estuvo|enviado|gracias por|conversamos|con fecha"},
	{futureCue, 0, "vamos a|va a|voy a|esperamos|prevemos|tenemos previsto|estaremos|haremos|daremos|tendremos|podremos|sera|seran|debera|deberiamos|confiamos|recibira|recibiras|tendra|tendras|por favor"},
	{promise, 1, "decision|una decision|nuestra decision|la decision|decisiones|decidir|decidiremos|tomaremos|resolucion|resultado|resultados|concluir|finalizar|cerrar el proceso"},
	{promise, 0, "nos pondremos en contacto|ponernos en contacto|me pondre en contacto|pondremos en contacto|en contacto|le contactaremos|te contactaremos|contactaremos|contactarle|contactarte|contactarlo|le informaremos|te informaremos|informaremos|informarle|informarte|le comunicaremos|te comunicaremos|comunicaremos|comunicarle|comunicarte|le avisaremos|te avisaremos|avisaremos|te diremos|le diremos|te dire|le dire|te aviso|te avisare|responderemos|responderle|responderte|le responderemos|te responderemos|una respuesta|respuesta|nuestra respuesta|noticias|noticias nuestras|tener noticias|novedades|alguna novedad|actualizacion|una actualizacion|feedback|siguientes pasos|proximos pasos|volveremos a|escribiremos|te escribiremos|le escribiremos|llamaremos|le llamaremos|te llamaremos|saber de nosotros|sabra de nosotros|sabras de nosotros|revisar su|revisar tu|revisaremos|valorar su|daremos una|daremos"},
	{request, 0, "tiene|tienes|dispone de|dispones de|haganos saber|haznos saber|hagame saber|hazme saber|nos confirme|nos confirmes|confirmenos|confirmanos|confirmar su|confirmar tu|confirme|confirma|confirmar|responda|responde antes|su respuesta|tu respuesta|su decision|tu decision|diganos|dinos|digame|dime|su confirmacion|tu confirmacion|comuniquenos|comunicanos|nos comunique|nos comuniques|nos diga|nos digas|avisanos|avisenos|avise|avisame|envienos|envianos|enviar|firmado|firmada|firmar|devolver|aceptar|aceptacion|responda antes|necesitamos su|necesitamos tu|responder a esta|responder a la oferta|respondanos|respondenos"},
	{expiry, 0, "valida|valido|oferta es valida|oferta valida|vence|vencera|expira|expirara|caduca|caducara|vigente|vigencia|plazo para|fecha limite|plazo de respuesta|plazo|estara abierta"},
	{event, 0, "entrevista el|la entrevista|una entrevista|cita|reunion|videollamada|disponible el|disponibilidad|disponibles|incorporacion|fecha de inicio|otros candidatos|entrevistas|cerrado|cerrada|cerradas|cerrados"},
	{out, 0, "fuera de la oficina|fuera de oficina|ausente|ausencia|de vacaciones|vacaciones|de baja|baja maternal|de permiso|no estare disponible|no disponible|de viaje|sin acceso|acceso limitado|no estare"},
	{back, 0, "de vuelta|estare de vuelta|vuelvo|volvere|regreso|regresare|de regreso|mi regreso|mi vuelta|vuelta|me reincorporo|me reincorporare|reincorporacion|incorporare|retorno|nuevamente disponible|disponible de nuevo|de nuevo disponible|a mi vuelta"},
}
