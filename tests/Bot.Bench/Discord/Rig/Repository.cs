using BenchRepository = Bot.Bench.Material.Repository;

// The name under which the tests' Discord looks for its own description.
namespace Bot.Tests;

internal static class Repository
{
    public static string? SharedFolder => Directory.Exists(BenchRepository.Shared) ? BenchRepository.Shared : null;
}
