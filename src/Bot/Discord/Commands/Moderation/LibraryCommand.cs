using Bot.Discord.Protocol;
using static Bot.Discord.Commands.Moderation.CommandParts;

namespace Bot.Discord.Commands.Moderation;

/// <summary>/library as it is registered.</summary>
internal static class LibraryCommand
{
    private const int LongestDetail = 200;
    private const int LongestFilter = 60;

    private static readonly Words Lecture = new("lecture", "vorlesung", "conferencia", "conférence");

    public static ApplicationCommand Command { get; } = CommandParts.Command(
        new("library", "bibliothek", "biblioteca", "bibliothèque"),
        new("This server's own lectures", "Die eigenen Vorlesungen dieses Servers", "Las conferencias propias de este servidor", "Les conférences propres à ce serveur"),
        Subcommand(
            new("add", "hinzufügen", "añadir", "ajouter"),
            new("Bring transcripts; shows what was understood before anything is published", "Bringt Transkripte; zeigt vor dem Veröffentlichen, was verstanden wurde", "Trae transcripciones; muestra lo entendido antes de publicar", "Apporte des transcriptions ; montre ce qui a été compris avant de publier"),
            Option(OptionType.Attachment, new("file", "datei", "archivo", "fichier"), new("A transcript, or a .zip of transcripts", "Ein Transkript oder ein .zip mit Transkripten", "Una transcripción o un .zip con varias", "Une transcription ou un .zip de transcriptions")).Required(),
            Detail(new("title", "titel", "título", "titre"), new("Its title; else as the file tells it", "Der Titel; sonst wie in der Datei", "Su título; si no, el del archivo", "Son titre ; sinon celui du fichier")),
            Detail(new("series", "reihe", "serie", "série"), new("The course or podcast", "Der Kurs oder Podcast", "El curso o pódcast", "Le cours ou le podcast")).Suggested(),
            Detail(new("speaker", "sprecher", "ponente", "orateur"), new("Who gives it", "Wer sie hält", "Quién la da", "Qui la donne")).Suggested(),
            Detail(new("date", "datum", "fecha", "date"), new("When it was given: 2024-03-01", "Wann sie gehalten wurde: 2024-03-01", "Cuándo se dio: 2024-03-01", "Quand elle a été donnée : 2024-03-01")),
            Detail(new("url", "adresse", "dirección", "adresse"), new("Where the recording is: https://…", "Wo die Aufnahme ist: https://…", "Dónde está la grabación: https://…", "Où se trouve l’enregistrement : https://…")),
            Detail(new("replaces", "ersetzt", "sustituye", "remplace"), new("The lecture that this is a new version of", "Die Vorlesung, deren neue Fassung dies ist", "La conferencia de la que es una versión nueva", "La conférence dont ceci est une nouvelle version")).Suggested(),
            File(2),
            File(3),
            File(4),
            File(5)),
        Subcommand(
            new("remove", "entfernen", "quitar", "retirer"),
            new("Remove a lecture; asks first, and can be undone for 30 days", "Entfernt eine Vorlesung; fragt erst, 30 Tage lang umkehrbar", "Quita una conferencia; pregunta antes, reversible 30 días", "Retire une conférence ; demande d’abord, réversible 30 jours"),
            Option(OptionType.String, Lecture, new("Which one", "Welche", "Cuál", "Laquelle")).Required().Suggested()),
        Subcommand(
            new("restore", "zurückholen", "recuperar", "rétablir"),
            new("Bring back a removed lecture, or an earlier version", "Holt eine entfernte Vorlesung oder frühere Fassung zurück", "Recupera una conferencia quitada o una versión anterior", "Rétablit une conférence retirée ou une version antérieure"),
            Option(OptionType.String, Lecture, new("Which one", "Welche", "Cuál", "Laquelle")).Required().Suggested(),
            Option(OptionType.Integer, new("version", "fassung", "versión", "version"), new("An earlier version", "Eine frühere Fassung", "Una versión anterior", "Une version antérieure")).Between(1, 100_000)),
        Subcommand(
            new("show", "anzeigen", "mostrar", "afficher"),
            new("All about a lecture", "Alles über eine Vorlesung", "Todo sobre una conferencia", "Tout sur une conférence"),
            Option(OptionType.String, Lecture, new("Which one", "Welche", "Cuál", "Laquelle")).Required().Suggested()),
        Subcommand(
            new("list", "liste", "lista", "liste"),
            new("The lectures, shared ones too", "Die Vorlesungen, auch die gemeinsamen", "Las conferencias, también las comunes", "Les conférences, les communes aussi"),
            Option(OptionType.String, new("filter", "filter", "filtro", "filtre"), new("Words of title, series or speaker", "Wörter aus Titel, Reihe oder Sprecher", "Palabras de título, serie o ponente", "Mots du titre, de la série ou de l’orateur")).AtMost(LongestFilter)),
        Subcommand(
            new("export", "exportieren", "exportar", "exporter"),
            new("The original files, zipped", "Die Originaldateien als Zip", "Los archivos originales en un zip", "Les fichiers d’origine en zip"),
            Option(OptionType.String, Lecture, new("Only this one", "Nur diese", "Solo esta", "Seulement celle-ci")).Suggested()),
        Subcommand(
            new("history", "verlauf", "historial", "historique"),
            new("Who changed what, and when", "Wer wann was geändert hat", "Quién cambió qué y cuándo", "Qui a changé quoi, et quand")));

    private static CommandOption Detail(Words name, Words description) => Option(OptionType.String, name, description).AtMost(LongestDetail);

    private static CommandOption File(int number) => Option(
        OptionType.Attachment, new($"file{number}", $"datei{number}", $"archivo{number}", $"fichier{number}"), new("One more", "Noch eine", "Otro más", "Encore un"));
}
