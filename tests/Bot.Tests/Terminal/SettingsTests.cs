using System.Runtime.CompilerServices;
using Bot.Discord;
using Lectures.Answers;

namespace Bot.Tests.Terminal;

/// <summary>Settings are bound by generated code, which passes over what it cannot set, without a word.</summary>
public sealed class SettingsTests
{
    public static TheoryData<Type> Options =>
        [.. new[] { typeof(DiscordOptions).Assembly, typeof(AnswerOptions).Assembly }.SelectMany(static assembly => assembly.GetTypes())
            .Where(static type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section") is not null)];

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_setting_can_be_set_after_its_options_were_made(Type options) =>
        Assert.All(options.GetProperties().Where(static property => property.SetMethod is not null), static property =>
        {
            Assert.DoesNotContain(typeof(IsExternalInit), property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers());
        });

    [Fact]
    public void Settings_are_found_by_their_name() => Assert.True(Options.Count >= 8);
}
