using System.Text.Json;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Discord.Delivery.Http;

/// <summary>
/// POST /interactions. Discord checks routinely that wrong signatures get 401 and removes the address otherwise, so nothing is
/// looked at before the signature.
/// </summary>
internal sealed partial class InteractionEndpoint(
    InteractionDispatcher dispatcher, RequestSignature signature, InteractionRest rest, TimeProvider time, ILogger<InteractionEndpoint> logger)
{
    public const string Path = "/interactions";

    // The dispatcher answers or defers long before; this only keeps a request from hanging on a bug.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, context => context.RequestServices.GetRequiredService<InteractionEndpoint>().HandleAsync(context));

    public async Task HandleAsync(HttpContext context)
    {
        var cancellation = context.RequestAborted;
        string? hex = context.Request.Headers["X-Signature-Ed25519"];
        string? timestamp = context.Request.Headers["X-Signature-Timestamp"];
        if (hex is null || timestamp is null || !SignedRequest.IsTimestamp(timestamp))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = SignedRequest.MaxBodyBytes;
        }

        try
        {
            using var request = await SignedRequest.ReadAsync(context.Request, timestamp, cancellation);
            if (request is null)
            {
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            }
            else if (!signature.IsValid(hex, request.Message))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }
            else
            {
                await AnswerAsync(context, Read(request.Body), cancellation);
            }
        }
        catch (BadHttpRequestException e)
        {
            context.Response.StatusCode = e.StatusCode;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && cancellation.IsCancellationRequested)
        {
            LogGone();
        }
    }

    private static Interaction? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return InteractionReader.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task AnswerAsync(HttpContext context, Interaction? interaction, CancellationToken cancellation)
    {
        if (interaction is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (interaction.Type == InteractionType.Ping)
        {
            await WriteAsync(context.Response, """{"type":1}"""u8.ToArray(), cancellation);
            return;
        }

        var inline = new InlineResponse(interaction, rest);
        switch (dispatcher.TryEnqueue(interaction, inline.SendAsync))
        {
            case Admission.Unknown:
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
            case Admission.Duplicate:
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                break;
            case Admission.Accepted or Admission.Busy:
                await AnswerAsync(context, inline, cancellation);
                break;
        }
    }

    private async Task AnswerAsync(HttpContext context, InlineResponse inline, CancellationToken cancellation)
    {
        InteractionResponse? response;
        try
        {
            response = await inline.Outcome.WaitAsync(LongestWait, time, cancellation);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            inline.GiveUp();
            response = null;
        }

        if (response is null)
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        context.Response.OnCompleted(() =>
        {
            inline.Confirm();
            return Task.CompletedTask;
        });
        await WriteAsync(context.Response, JsonSerializer.SerializeToUtf8Bytes(response, DiscordJson.Default.InteractionResponse), cancellation);
    }

    private static async Task WriteAsync(HttpResponse response, byte[] json, CancellationToken cancellation)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json, cancellation);
    }

    [LoggerMessage(LogLevel.Information, "Discord closed the connection before it was answered")]
    private partial void LogGone();
}
