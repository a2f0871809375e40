using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Commands.Moderation;
using Bot.Discord.Protocol;

namespace Bot.Discord.Commands;

/// <summary>The commands as they are registered. Names are final: renaming one deletes the permissions that administrators gave it.</summary>
internal static class ApplicationCommands
{
    public const string Ask = "ask";
    public const string Lectures = "lectures";
    public const string Help = "help";
    public const string Privacy = "privacy";
    public const string Show = "show";
    public const string Erase = "erase";
    public const string Find = "Find in lectures";
    public const string Question = "question";
    public const string Series = "series";
    public const string Speaker = "speaker";
    public const string Private = "private";

    public const int LongestQuestion = 400;

    public static IReadOnlyList<ApplicationCommand> All { get; } =
    [
        Slash(
            Ask,
            "Ask the lectures; the answer is a quotation",
            Names("fragen", "preguntar", "demander"),
            Names(
                "Frage die Vorlesungen; die Antwort ist ein Zitat",
                "Pregunta a las conferencias; la respuesta es una cita",
                "Interrogez les conférences ; la réponse est une citation"),
            Text(
                Question,
                "What do you want to know? In English works best",
                Names("frage", "pregunta", "question"),
                Names("Was möchtest du wissen? Am besten auf Englisch", "¿Qué quieres saber? Mejor en inglés", "Que voulez-vous savoir ? De préférence en anglais")) with
            {
                Required = true,
                MinLength = 1,
                MaxLength = LongestQuestion,
            },
            SeriesOption("Only this series"),
            Text(
                Speaker,
                "Only this speaker",
                Names("sprecher", "ponente", "orateur"),
                Names("Nur diese Stimme", "Solo este ponente", "Seulement cette voix")),
            new CommandOption
            {
                Type = OptionType.Boolean,
                Name = Private,
                NameLocalizations = Names("privat", "privado", "privé"),
                Description = "Show the answer to you alone",
                DescriptionLocalizations = Names("Die Antwort nur dir zeigen", "Mostrar la respuesta solo a ti", "Ne montrer la réponse qu’à vous"),
            }),
        Slash(
            Lectures,
            "What the library holds",
            Names("vorlesungen", "conferencias", "conférences"),
            Names("Was die Bibliothek enthält", "Qué contiene la biblioteca", "Ce que contient la bibliothèque"),
            SeriesOption("Only this series")),
        Slash(Help, "How to ask", Names("hilfe", "ayuda", "aide"), Names("Wie man fragt", "Cómo preguntar", "Comment demander")),
        Slash(
            Privacy,
            "What Clio keeps about you",
            Names("datenschutz", "privacidad", "confidentialité"),
            Names("Was Clio über dich speichert", "Qué guarda Clio sobre ti", "Ce que Clio conserve sur vous"),
            new CommandOption
            {
                Type = OptionType.Subcommand,
                Name = Show,
                NameLocalizations = Names("anzeigen", "mostrar", "afficher"),
                Description = "Show what Clio keeps about you",
                DescriptionLocalizations = Names("Zeigt, was Clio über dich speichert", "Muestra qué guarda Clio sobre ti", "Montre ce que Clio conserve sur vous"),
            },
            new CommandOption
            {
                Type = OptionType.Subcommand,
                Name = Erase,
                NameLocalizations = Names("löschen", "borrar", "effacer"),
                Description = "Erase what Clio keeps about you",
                DescriptionLocalizations = Names("Löscht, was Clio über dich speichert", "Borra lo que Clio guarda sobre ti", "Efface ce que Clio conserve sur vous"),
            }),
        Everywhere(new ApplicationCommand
        {
            Type = CommandType.Message,
            Name = Find,
            NameLocalizations = Names("In Vorlesungen suchen", "Buscar en conferencias", "Chercher dans les conférences"),
        }),
        .. ModeratorCommands.All,
    ];

    /// <summary>The body of the registration, for people.</summary>
    public static string Json()
    {
        var options = new JsonSerializerOptions(DiscordJson.Default.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return JsonSerializer.Serialize(All, (JsonTypeInfo<IReadOnlyList<ApplicationCommand>>)options.GetTypeInfo(typeof(IReadOnlyList<ApplicationCommand>)));
    }

    private static ApplicationCommand Slash(
        string name, string description, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> descriptions, params IReadOnlyList<CommandOption> options) =>
        Everywhere(new ApplicationCommand
        {
            Name = name,
            NameLocalizations = names,
            Description = description,
            DescriptionLocalizations = descriptions,
            Options = options.Count > 0 ? options : null,
        });

    private static CommandOption SeriesOption(string description) => Text(
        Series, description, Names("reihe", "serie", "série"), Names("Nur diese Reihe", "Solo esta serie", "Seulement cette série"));

    private static CommandOption Text(string name, string description, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> descriptions) => new()
    {
        Type = OptionType.String,
        Name = name,
        NameLocalizations = names,
        Description = description,
        DescriptionLocalizations = descriptions,
        Autocomplete = true,
    };

    private static ApplicationCommand Everywhere(ApplicationCommand command) => command with
    {
        Contexts = [InteractionContext.Guild, InteractionContext.BotDirectMessage, InteractionContext.PrivateChannel],
        IntegrationTypes = [IntegrationType.Guild, IntegrationType.User],
    };

    private static Dictionary<string, string> Names(string german, string spanish, string french) =>
        new(StringComparer.Ordinal) { ["de"] = german, ["es-ES"] = spanish, ["fr"] = french };
}
