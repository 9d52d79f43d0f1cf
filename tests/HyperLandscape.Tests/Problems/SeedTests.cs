using HyperLandscape.Numerics;
using HyperLandscape.Problems;

namespace HyperLandscape.Tests.Problems;

public sealed class SeedTests
{
    /// <summary>2^17 configurations: several blocks.</summary>
    private static readonly Func<int, IProblem>[] Problems =
    [
        seed => new Additive { Space = Problem.Strings(17), Seed = seed },
        seed => new HouseOfCards { Space = Problem.Strings(17), Seed = seed },
        seed => new RoughMountFuji { Space = Problem.Strings(17), Seed = seed },
        seed => new NkModel { Space = Problem.Strings(17), Seed = seed },
        seed => new Max3Sat { Variables = 17, ClausesPerVariable = 1, Seed = seed },
        seed => new Knapsack { Variables = 17, Seed = seed },
        seed => new NumberPartitioning { Variables = 17, Seed = seed },
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Problems.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_seed_alone_decides(int problem)
    {
        double[] alone = Generate(1, 1);
        Assert.Equal(alone, Generate(1, 8));
        Assert.NotEqual(alone, Generate(2, 1));

        double[] Generate(int seed, int threads) =>
            Workers.With(new ParallelOptions { MaxDegreeOfParallelism = threads }, () => Problems[problem](seed).Generate().Fitness.ToArray());
    }
}
