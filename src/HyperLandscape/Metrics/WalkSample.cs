using HyperLandscape.Numerics;
using HyperLandscape.Walks;

namespace HyperLandscape.Metrics;

/// <summary>
/// Random walks over the neighbors, neutral ones included: from a uniformly drawn vertex, every step to each neighbor with
/// equal chance. The same seed gives the same walks on any number of threads.
/// </summary>
public sealed record WalkSample
{
    private const int WalksPerBlock = 64;

    private readonly int count = 1000;
    private readonly int length = 100;

    /// <summary>Number of walks, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int Count
    {
        get => count;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            count = value;
        }
    }

    /// <summary>Number of configurations on a walk, the start included, at least 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 3.</exception>
    public int Length
    {
        get => length;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 3);
            length = value;
        }
    }

    /// <summary>Seed of the walks.</summary>
    public int Seed { get; init; }

    /// <summary>For example <c>1000 walks of 100</c>.</summary>
    public override string ToString() => $"{count} walks of {length}";

    /// <summary>The losses along every walk; those from isolated vertices are empty. O(count * length).</summary>
    internal double[][] LossesOn(Landscape landscape)
    {
        var all = new double[count][];
        Workers.For((count + WalksPerBlock - 1) / WalksPerBlock, block =>
        {
            var buffer = new int[landscape.Graph.MaxDegree];
            for (int walk = block * WalksPerBlock; walk < Math.Min(count, (block + 1) * WalksPerBlock); walk++)
            {
                var losses = new double[length];
                all[walk] = TryWalk(landscape, new RandomStream(Seed, walk), losses, buffer) ? losses : [];
            }
        });
        return all;
    }

    /// <summary>Fills the losses along one walk; false if it starts at an isolated vertex.</summary>
    internal static bool TryWalk(Landscape landscape, RandomStream random, Span<double> losses, int[] buffer)
    {
        int vertex = random.Next(landscape.Count);
        for (int step = 0; step < losses.Length; step++)
        {
            losses[step] = landscape.Loss[vertex];
            vertex = Steps.ToNeighbor(landscape, vertex, buffer, ref random);
            if (vertex == Steps.End)
                return false;
        }

        return true;
    }
}
