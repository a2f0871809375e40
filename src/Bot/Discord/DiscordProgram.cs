using Bot.Chat;
using Bot.Chat.Moderation;
using Bot.Discord.Commands;
using Bot.Discord.Commands.Moderation;
using Bot.Discord.Delivery;
using Bot.Discord.Delivery.Gateway;
using Bot.Discord.Delivery.Http;
using Bot.Discord.Rest;
using Bot.Library;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Clio in Discord: a process that runs until it is told to stop.</summary>
internal static class DiscordProgram
{
    /// <summary>Whether the settings say that Clio is to run in Discord.</summary>
    public static bool IsWanted(IConfiguration settings) =>
        !string.IsNullOrWhiteSpace(settings[$"{DiscordOptions.Section}:{nameof(DiscordOptions.Token)}"])
        || !string.IsNullOrWhiteSpace(settings[$"{DiscordOptions.Section}:{nameof(DiscordOptions.TokenFile)}"]);

    /// <returns>The exit code: 0 after an orderly stop, 1 where the settings cannot be used.</returns>
    public static async Task<int> RunAsync(IConfiguration settings, string home, TextWriter errors, CancellationToken cancellation)
    {
        try
        {
            using var host = Build(settings, home);

            // Before the host does, which would log the exception of what is a slip of the pen.
            host.Services.GetService<IStartupValidator>()?.Validate();
            await host.RunAsync(cancellation);
            return 0;
        }
        catch (OptionsValidationException invalid)
        {
            await errors.WriteLineAsync($"The settings cannot be used: {string.Join(" ", invalid.Failures)} Correct {Home.Settings} or the environment.");
            return 1;
        }
        catch (AggregateException several) when (several.InnerExceptions.All(static one => one is OptionsValidationException))
        {
            var failures = several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(static one => one.Failures);
            await errors.WriteLineAsync($"The settings cannot be used: {string.Join(" ", failures)} Correct {Home.Settings} or the environment.");
            return 1;
        }
        catch (InvalidOperationException unreadable) when (unreadable.Message.Contains("Failed to convert", StringComparison.Ordinal))
        {
            await errors.WriteLineAsync($"The settings cannot be used: {unreadable.Message}");
            return 1;
        }
    }

    /// <summary>A web server runs only where interactions come by HTTP.</summary>
    /// <param name="change">For tests: what they put in place of the real.</param>
    public static IHost Build(IConfiguration settings, string home, Action<IServiceCollection>? change = null) =>
        string.Equals(settings[$"{DiscordOptions.Section}:{nameof(DiscordOptions.Delivery)}"], nameof(DeliveryMode.Http), StringComparison.OrdinalIgnoreCase)
            ? BuildEndpoint(settings, home, change)
            : BuildGateway(settings, home, change);

    private static IHost BuildGateway(IConfiguration settings, string home, Action<IServiceCollection>? change)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = home, DisableDefaults = true });
        AddShared(builder, settings, home);
        builder.Services.AddSingleton(static provider => new DiscordHealth(provider.GetRequiredService<SharedLibrary>(), provider.GetRequiredService<IGatewayDelivery>()));

        // Registered last, so it stops first: no interaction comes in while those that came are answered.
        builder.Services.AddGatewayDelivery(static (provider, ready) => provider.GetRequiredService<DiscordStart>().Ready(ready.ApplicationId));
        change?.Invoke(builder.Services);
        return builder.Build();
    }

    private static WebApplication BuildEndpoint(IConfiguration settings, string home, Action<IServiceCollection>? change)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = home });
        AddShared(builder, settings, home);
        builder.Services.AddSingleton(static provider => new DiscordHealth(provider.GetRequiredService<SharedLibrary>()));
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseUrls(settings[$"{DiscordOptions.Section}:{nameof(DiscordOptions.Listen)}"] ?? new DiscordOptions().Listen);
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseRouting();
        InteractionEndpoint.Map(app);
        return app;
    }

    private static void AddShared(IHostApplicationBuilder builder, IConfiguration settings, string home)
    {
        builder.Configuration.AddConfiguration(settings);
        builder.Logging.AddConfiguration(settings.GetSection("Logging"));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning);
        builder.Logging.AddSimpleConsole(static console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        builder.Services
            .AddClio(settings, home)
            .AddDiscordRest()
            .AddCommands()
            .AddModeration()
            .AddHostedService(static provider => provider.GetRequiredService<QuestionNotes>())
            .AddHostedService(static provider => provider.GetRequiredService<ChangePosts>())
            .AddHostedService<GuildList>()
            .AddInteractionDelivery()
            .AddSingleton<DeliveryCheck>()
            .AddSingleton<DiscordStart>()
            .AddHostedService(static provider => provider.GetRequiredService<DiscordStart>())
            .AddHostedService<HealthLog>();
    }
}
