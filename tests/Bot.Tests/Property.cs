using CsCheck;

namespace Bot.Tests;

/// <summary>Checks a rule on generated cases, the same ones in every run. A failing case is made small by CsCheck, from its seed on.</summary>
internal static class Property
{
    private const int Seed = 20_240_601;

    public static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public static void Holds<T>(Gen<T> cases, Action<T> check, int count = 400)
    {
        var random = new PCG(1, Seed);
        for (var i = 0; i < count; i++)
        {
            var seed = random.ToString();
            var one = cases.Generate(random, null, out _);
            try
            {
                check(one);
            }
            catch (Exception)
            {
                cases.Sample(check, seed: seed, iter: 1_000, threads: 1);
                throw;
            }
        }
    }
}
