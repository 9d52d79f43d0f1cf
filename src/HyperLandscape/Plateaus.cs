using HyperLandscape.Graphs;

namespace HyperLandscape;

/// <summary>The plateaus of a landscape: connected components of the graph of neutral pairs.</summary>
internal sealed class Plateaus
{
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
    /// those roots, -1 for components of one vertex; in place. Returns how many there are.
    /// </summary>
    private static int Number(int[] parents)
    {
        // A parent is smaller than its child, so one ascending sweep points every vertex at its root.
        for (int vertex = 0; vertex < parents.Length; vertex++)
            parents[vertex] = parents[parents[vertex]];

        // Roots of two or more vertices are marked by ~number, then replaced by the number in a second sweep.
        int count = 0;
        for (int vertex = 0; vertex < parents.Length; vertex++)
        {
            int root = parents[vertex];
            if (root == vertex)
                continue;
            int atRoot = parents[root];
            if (atRoot >= 0)
                parents[root] = atRoot = ~count++;
            parents[vertex] = atRoot;
        }

        return Renumber(parents, count);
    }

    /// <summary>Numbers were given in the order in which second members appear; this gives them in the order of the smallest ones.</summary>
    private static int Renumber(int[] marks, int count)
    {
        var numbers = new int[count];
        Array.Fill(numbers, -1);
        int next = 0;
        for (int vertex = 0; vertex < marks.Length; vertex++)
        {
            if (marks[vertex] >= 0)
            {
                marks[vertex] = -1;
                continue;
            }

            ref int number = ref numbers[~marks[vertex]];
            if (number < 0)
                number = next++;
            marks[vertex] = number;
        }

        return count;
    }
}
