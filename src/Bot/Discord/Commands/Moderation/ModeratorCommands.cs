using Bot.Discord.Protocol;
using Bot.Storage;
using static Bot.Discord.Commands.Moderation.CommandParts;

namespace Bot.Discord.Commands.Moderation;

/// <summary>Moderators' commands as they are registered. Names are final, as all are.</summary>
internal static class ModeratorCommands
{
    private static readonly Words Add = new("add", "hinzufügen", "añadir", "ajouter");
    private static readonly Words Remove = new("remove", "entfernen", "quitar", "retirer");
    private static readonly Words Show = new("show", "anzeigen", "mostrar", "afficher");
    private static readonly Words List = new("list", "liste", "lista", "liste");
    private static readonly Words Lecture = new("lecture", "vorlesung", "conferencia", "conférence");
    private static readonly Words Question = new("question", "frage", "pregunta", "question");
    private static readonly Words Aliases = new("names", "namen", "nombres", "noms");

    public static IReadOnlyList<ApplicationCommand> All { get; } =
    [
        LibraryCommand.Command,
        Command(
            new("reindex", "neu-einlesen", "reindexar", "réindexer"),
            new("Read the lectures again", "Die Vorlesungen neu einlesen", "Vuelve a leer las conferencias", "Relire les conférences"),
            Subcommand(
                new("run", "starten", "ejecutar", "lancer"),
                new("Read again what has changed; answers go on meanwhile", "Liest neu, was sich geändert hat; Antworten gehen weiter", "Relee lo que ha cambiado; se sigue respondiendo", "Relit ce qui a changé ; les réponses continuent"),
                Option(OptionType.Boolean, new("all", "alles", "todo", "tout"), new("All uploads, also unchanged ones", "Alle Uploads, auch unveränderte", "Todos los archivos, también los no cambiados", "Tous les fichiers, même inchangés")),
                Option(OptionType.Boolean, new("dry-run", "probelauf", "prueba", "essai"), new("Show what would change, and change nothing", "Nur zeigen, was sich ändern würde", "Muestra qué cambiaría, sin cambiar nada", "Montre ce qui changerait, sans rien changer"))),
            Subcommand(new("status", "stand", "estado", "état"), new("How far a run is", "Wie weit ein Lauf ist", "Cómo va una ejecución", "Où en est une exécution")),
            Subcommand(new("cancel", "abbrechen", "cancelar", "annuler"), new("Stop a run; all stays as it was", "Bricht einen Lauf ab; alles bleibt, wie es war", "Detiene una ejecución; todo queda como estaba", "Arrête une exécution ; tout reste comme avant"))),
        Command(
            new("questions", "testfragen", "preguntas", "questions"),
            new("Your own test questions", "Eigene Testfragen", "Tus preguntas de prueba", "Vos questions de contrôle"),
            Subcommand(
                Add,
                new("Save a question with the lecture that must answer it", "Speichert eine Frage und die Vorlesung, die sie beantworten muss", "Guarda una pregunta y la conferencia que debe responderla", "Enregistre une question et la conférence qui doit y répondre"),
                Option(OptionType.String, Question, new("The question", "Die Frage", "La pregunta", "La question")).Required().AtMost(ApplicationCommands.LongestQuestion),
                Option(OptionType.String, Lecture, new("The lecture that must come first", "Die Vorlesung, die zuerst kommen muss", "La conferencia que debe salir primero", "La conférence qui doit venir en premier")).Required().Suggested()),
            Subcommand(List, new("The saved questions", "Die gespeicherten Fragen", "Las preguntas guardadas", "Les questions enregistrées")),
            Subcommand(
                Remove,
                new("Remove a saved question", "Entfernt eine gespeicherte Frage", "Quita una pregunta guardada", "Retire une question enregistrée"),
                Option(OptionType.String, Question, new("The question", "Die Frage", "La pregunta", "La question")).Required().Suggested()),
            Subcommand(new("check", "prüfen", "comprobar", "vérifier"), new("Ask them all now", "Stellt sie jetzt alle", "Hazlas todas ahora", "Les poser toutes maintenant"))),
        Command(
            new("names", "namen", "nombres", "noms"),
            new("Other names for people and places", "Andere Namen für Menschen und Orte", "Otros nombres de personas y lugares", "Autres noms de personnes et de lieux"),
            Subcommand(
                Add,
                new("Add names that stand for each other", "Fügt Namen hinzu, die füreinander stehen", "Añade nombres equivalentes", "Ajoute des noms équivalents"),
                Option(OptionType.String, Aliases, new("Such as: Peking = Beijing", "Etwa: Peking = Beijing", "Por ejemplo: Pekín = Beijing", "Par exemple : Pékin = Beijing")).Required().AtMost(200)),
            Subcommand(
                Remove,
                new("Remove names of this server", "Entfernt Namen dieses Servers", "Quita nombres de este servidor", "Retire des noms de ce serveur"),
                Option(OptionType.String, Aliases, new("The line", "Die Zeile", "La línea", "La ligne")).Required().Suggested()),
            Subcommand(List, new("This server's own names", "Die eigenen Namen dieses Servers", "Los nombres propios de este servidor", "Les noms propres à ce serveur"))),
        Command(
            new("answers", "antworten", "respuestas", "réponses"),
            new("What members asked, and what they thought of the answers", "Was gefragt wurde und was man von den Antworten hielt", "Qué se preguntó y qué se opinó de las respuestas", "Ce qui a été demandé et ce qu’on a pensé des réponses"),
            Subcommand(new("unanswered", "unbeantwortet", "sin-respuesta", "sans-réponse"), new("Questions without an answer", "Fragen ohne Antwort", "Preguntas sin respuesta", "Questions sans réponse")),
            Subcommand(new("feedback", "bewertungen", "valoraciones", "avis"), new("Answers rated as not helpful", "Antworten, die nicht geholfen haben", "Respuestas que no ayudaron", "Réponses jugées inutiles")),
            Subcommand(new("stats", "statistik", "estadísticas", "statistiques"), new("How much was asked, by week", "Wie viel gefragt wurde, nach Wochen", "Cuánto se preguntó, por semana", "Combien de questions, par semaine"))),
        Settings,
    ];

    /// <summary>Their names, by which their interactions are told from members'.</summary>
    public static IReadOnlySet<string> Names { get; } = All.Select(static command => command.Name).ToHashSet(StringComparer.Ordinal);

    private static ApplicationCommand Settings => Command(
        new("settings", "einstellungen", "ajustes", "réglages"),
        new("How Clio works in this server", "Wie Clio in diesem Server arbeitet", "Cómo funciona Clio en este servidor", "Comment Clio fonctionne dans ce serveur"),
        Subcommand(Show, new("Show, explain and change settings", "Zeigt, erklärt und ändert Einstellungen", "Muestra, explica y cambia los ajustes", "Montre, explique et change les réglages")),
        Subcommand(
            new("set", "setzen", "fijar", "définir"),
            new("Change settings in one line", "Ändert Einstellungen in einer Zeile", "Cambia ajustes en una línea", "Change des réglages en une ligne"),
            Option(OptionType.Role, new("role", "rolle", "rol", "rôle"), new("Who moderates, beside those who manage the server", "Wer moderiert, neben denen, die den Server verwalten", "Quién modera, además de quien gestiona el servidor", "Qui modère, outre ceux qui gèrent le serveur")),
            Option(OptionType.Boolean, new("private", "privat", "privado", "privé"), new("Answers for the asker alone", "Antworten nur für den Fragenden", "Respuestas solo para quien pregunta", "Réponses pour le demandeur seul")),
            Option(OptionType.Integer, new("excerpts", "auszüge", "extractos", "extraits"), new("Passages an answer shows", "Stellen, die eine Antwort zeigt", "Pasajes que muestra una respuesta", "Passages montrés par réponse"))
                .Between(ServerSettings.FewestExcerpts, ServerSettings.MostExcerpts),
            Option(OptionType.Number, new("confidence", "sicherheit", "certeza", "certitude"), new("How sure I must be to answer", "Wie sicher ich sein muss, um zu antworten", "Cuán seguro debo estar para responder", "Ma certitude minimale pour répondre"))
                .Between(ServerSettings.LowestThreshold, ServerSettings.HighestThreshold),
            Option(OptionType.Integer, new("per-minute", "pro-minute", "por-minuto", "par-minute"), new("Commands of one member a minute", "Befehle eines Mitglieds je Minute", "Comandos de un miembro por minuto", "Commandes d’un membre par minute"))
                .Between(ServerSettings.LeastPerMinute, ServerSettings.MostPerMinute),
            Option(OptionType.Integer, new("days", "tage", "días", "jours"), new("How long questions are kept", "Wie lange Fragen aufbewahrt werden", "Cuánto se guardan las preguntas", "Durée de conservation des questions"))
                .Between(ServerSettings.ShortestRetention, ServerSettings.LongestRetention),
            Option(OptionType.Channel, new("log", "protokoll", "registro", "journal"), new("Where every change is told", "Wo jede Änderung gemeldet wird", "Dónde se anuncia cada cambio", "Où chaque changement est annoncé")) with { ChannelTypes = [0, 5] }),
        Subcommand(new("erase", "löschen", "borrar", "effacer"), new("Erase all of this server, for good", "Löscht alles von diesem Server, endgültig", "Borra todo lo de este servidor, para siempre", "Efface tout de ce serveur, définitivement")));
}
