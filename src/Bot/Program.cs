using Bot.Terminal;

return await CommandLine.RunAsync(args);
