using Bot;
using Bot.Terminal;

return await new CommandLine(TerminalStreams.OfProcess(), Home.Find()).RunAsync(args, CancellationToken.None);
