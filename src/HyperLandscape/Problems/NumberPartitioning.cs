using System.Numerics.Tensors;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Problems;

/// <summary>
/// The number partitioning problem: f(x) = |sum of the numbers on one side - sum of those on the other|. The numbers are
/// whole, independent and uniform in 1 to 2^bits. Minimized; 0 or 1 is a perfect partition.
/// </summary>
/// <remarks>
/// Known: every configuration ties with the one that has all sides exchanged, so that optima come in pairs. Around one bit
/// per variable perfect partitions become unlikely and the search hard (Mertens 1998). O(cells).
/// </remarks>
public sealed record NumberPartitioning : IProblem
{
    /// <summary>Sums of at most 30 numbers of so many bits are exact.</summary>
    private const int MostBits = 48;

    /// <summary>How many numbers, 1 to 30: boolean variables that say on which side they are.</summary>
    public int Variables { get; init; } = 12;

    /// <summary>Bits of a number, per variable; the number of bits is rounded down and at most 48.</summary>
    public double BitsPerVariable { get; init; } = 1;

    /// <summary>Seed of the numbers.</summary>
    public int Seed { get; init; }

    /// <summary>The numbers, in the order of the variables.</summary>
    /// <exception cref="ArgumentException">The numbers would have a negative number of bits, or more than 48.</exception>
    public IReadOnlyList<long> Numbers()
    {
        double bits = Math.Floor(BitsPerVariable * Variables);
        if (!(bits >= 0 && bits <= MostBits))
            throw new ArgumentException($"{Variables} numbers with {BitsPerVariable} bits per variable would have {bits} bits each; 0 to {MostBits} are possible, so that sums are exact.");
        var numbers = new long[Variables];
        var stream = new RandomStream(Seed, 0);
        foreach (ref long number in numbers.AsSpan())
            number = 1 + (long)(stream.Next() & ((1UL << (int)bits) - 1));
        return numbers;
    }

    /// <inheritdoc/>
    public Landscape Generate()
    {
        NeighborhoodGraph graph = Problem.BooleanGraph(Variables);
        IReadOnlyList<long> numbers = Numbers();
        double[] differences = Problem.SumOfEffects(graph, (h, level) => level == 0 ? -numbers[h] : numbers[h]);
        TensorPrimitives.Abs(differences, differences);
        return Problem.Landscape(graph, differences, Objective.Minimize);
    }
}
