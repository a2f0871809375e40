using Bot;
using Bot.Discord;
using Bot.Discord.Commands;
using Bot.Terminal;

var home = Home.Find();

// A command is a command; without one, a token decides between Discord and the terminal.
if (args.Length == 0 && Services.TrySettings(home) is { } settings && DiscordProgram.IsWanted(settings))
{
    return await DiscordProgram.RunAsync(settings, home, Console.Error, CancellationToken.None);
}

return await new CommandLine(TerminalStreams.OfProcess(), home, ApplicationCommands.Json).RunAsync(args, CancellationToken.None);
