using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape;

/// <summary>The plateaus of a landscape: connected components of the graph of neutral pairs.</summary>
internal sealed class Plateaus
{
    private const int Alone = int.MinValue;

    private static readonly Plateaus None = new([], 0);

    private Plateaus(int[] members, int count)
    {
        Members = members;
        Count = count;
    }

    /// <summary>The plateau of every vertex, or -1; empty if there is none at all.</summary>
    public int[] Members { get; }

    public int Count { get; }

    /// <summary>The plateau of a vertex, or -1.</summary>
    public int Of(int vertex) => Count == 0 ? -1 : Members[vertex];

    /// <summary>Union-find over the neutral pairs; skipped if there are none.</summary>
    public static Plateaus Of(Landscape landscape)
    {
        if (landscape.Edges.Sums.Neutral == 0)
            return None;

        int[] parents = NeutralComponents.Find(landscape.Graph, landscape.LossMemory, landscape.Tolerance);
        return new Plateaus(parents, Number(parents));
    }

    /// <summary>
    /// Turns parents, where the root of a component is its smallest vertex, into numbers 0, 1, ... in the order of
    /// those roots, -1 for components of one vertex; in place, on any number of threads. Returns how many there are.
    /// </summary>
    private static int Number(int[] parents)
    {
        Workers.ForBlocks(parents.Length, (start, length) => MarkRoots(parents, start, start + length));
        var firsts = new int[Workers.BlockCount(parents.Length) + 1]; // the number of the first root of every block
        Workers.ForBlocks(parents.Length, (start, length) => firsts[(start / Workers.BlockSize) + 1] = CountNegative(parents.AsSpan(start, length)));
        for (int block = 1; block < firsts.Length; block++)
            firsts[block] += firsts[block - 1];
        Workers.ForBlocks(parents.Length, (start, length) => NumberRoots(parents, start, start + length, firsts[start / Workers.BlockSize]));
        Workers.ForBlocks(parents.Length, (start, length) => NumberOthers(parents, start, start + length));
        Workers.ForBlocks(parents.Length, (start, length) =>
        {
            foreach (ref int number in parents.AsSpan(start, length))
                number = number == Alone ? -1 : number < 0 ? ~number : number;
        });
        return firsts[^1];
    }

    /// <summary>Points every vertex at its root; the root of others gets ~itself in place of itself.</summary>
    private static void MarkRoots(int[] parents, int first, int last)
    {
        for (int vertex = first; vertex < last; vertex++)
        {
            int root = vertex;
            int parent;
            while ((parent = Volatile.Read(ref parents[root])) >= 0 && parent != root)
                root = parent;
            if (root == vertex)
                continue;
            parents[vertex] = root;
            if (parent >= 0)
                parents[root] = ~root; // whichever thread does it
        }
    }

    private static int CountNegative(ReadOnlySpan<int> marks)
    {
        int count = 0;
        foreach (int mark in marks)
            count += mark >>> 31;
        return count;
    }

    /// <summary>The roots of others get ~number, vertices without others are marked as such.</summary>
    private static void NumberRoots(int[] parents, int first, int last, int number)
    {
        for (int vertex = first; vertex < last; vertex++)
        {
            if (parents[vertex] < 0)
                parents[vertex] = ~number++;
            else if (parents[vertex] == vertex)
                parents[vertex] = Alone;
        }
    }

    /// <summary>All others get the number of their root.</summary>
    private static void NumberOthers(int[] parents, int first, int last)
    {
        for (int vertex = first; vertex < last; vertex++)
        {
            if (parents[vertex] >= 0)
                parents[vertex] = ~parents[parents[vertex]];
        }
    }
}
