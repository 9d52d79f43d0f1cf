using System.Runtime.CompilerServices;
using HyperLandscape.Numerics;

namespace HyperLandscape;

/// <summary>Plateaus, local optima and basins of a landscape.</summary>
internal sealed class BasinFacts
{
    private const int NoExit = -1;

    private readonly int[] exits; // per plateau: the vertex by which climbs leave it, or NoExit if it is an optimum

    private BasinFacts(Plateaus plateaus, int[] exits, int[] optima, int[] basins, int[] sizes)
    {
        Plateaus = plateaus;
        this.exits = exits;
        Optima = optima;
        Basins = basins;
        Sizes = sizes;
    }

    public Plateaus Plateaus { get; }

    /// <summary>Representatives, ascending.</summary>
    public int[] Optima { get; }

    /// <summary>Index into <see cref="Optima"/> per vertex.</summary>
    public int[] Basins { get; }

    public int[] Sizes { get; }

    public static BasinFacts Of(Landscape landscape, Landscape.EdgeFacts edges)
    {
        int[] next = edges.BestNeighbors;
        Plateaus plateaus = Plateaus.Of(landscape);
        (int[] exits, int[] representatives) = PlateauEnds(landscape, plateaus, next);
        int[] optima = FindOptima(plateaus, exits, representatives, next);

        var facts = new BasinFacts(plateaus, exits, optima, GC.AllocateUninitializedArray<int>(next.Length), new int[optima.Length]);
        facts.FollowAll(next);
        return facts;
    }

    public IReadOnlyList<int> Climb(int[] next, int start)
    {
        var path = new List<int> { start };
        int vertex = start;
        if (IsOptimal(next, start))
            return path;
        while ((vertex = Successor(next, vertex)) >= 0)
            path.Add(vertex);
        return path;
    }

    /// <summary>Whether a vertex is a local optimum or on a plateau that is one: a climb that starts there stays.</summary>
    public bool IsOptimal(int[] next, int vertex) => Plateaus.Of(vertex) is >= 0 and var plateau ? exits[plateau] == NoExit : next[vertex] < 0;

    /// <summary>The next vertex of a climb, or -1 at its end.</summary>
    public int Successor(int[] next, int vertex)
    {
        if (next[vertex] >= 0)
            return next[vertex];
        int plateau = Plateaus.Of(vertex);
        return plateau >= 0 ? exits[plateau] : -1;
    }

    /// <summary>
    /// For every plateau its best member (ties to the smallest vertex) and its best exit: the best vertex outside, next
    /// to a member, that is better than the best member by more than the tolerance (ties to the smallest vertex).
    /// Such a vertex is better than the member next to it, so it is among the members' best neighbours.
    /// </summary>
    private static (int[] Exits, int[] Representatives) PlateauEnds(Landscape landscape, Plateaus plateaus, int[] next)
    {
        var exits = new int[plateaus.Count];
        var representatives = new int[plateaus.Count];
        Array.Fill(exits, NoExit);
        Array.Fill(representatives, -1);
        int[] members = plateaus.Members;
        Workers.ForBlocks(members.Length, (start, length) =>
        {
            ReadOnlySpan<double> loss = landscape.Loss;
            for (int vertex = start; vertex < start + length; vertex++)
            {
                if (members[vertex] >= 0)
                    KeepBest(loss, ref representatives[members[vertex]], vertex);
            }
        });
        Workers.ForBlocks(members.Length, (start, length) =>
        {
            ReadOnlySpan<double> loss = landscape.Loss;
            for (int vertex = start; vertex < start + length; vertex++)
            {
                if (members[vertex] >= 0 && next[vertex] >= 0 && loss[representatives[members[vertex]]] - loss[next[vertex]] > landscape.Tolerance)
                    KeepBest(loss, ref exits[members[vertex]], next[vertex]);
            }
        });
        return (exits, representatives);
    }

    /// <summary>Puts a vertex in place of a worse one, or of a larger one as good, or of none (-1); on any number of threads.</summary>
    private static void KeepBest(ReadOnlySpan<double> loss, ref int kept, int vertex)
    {
        int known = Volatile.Read(ref kept);
        while (known < 0 || loss[vertex] < loss[known] || (loss[vertex] == loss[known] && vertex < known))
        {
            int before = Interlocked.CompareExchange(ref kept, vertex, known);
            if (before == known)
                return;
            known = before;
        }
    }

    private static int[] FindOptima(Plateaus plateaus, int[] exits, int[] representatives, int[] next)
    {
        var perBlock = new List<int>[Workers.BlockCount(next.Length)];
        Workers.ForBlocks(next.Length, (start, length) =>
        {
            var optima = perBlock[start / Workers.BlockSize] = [];
            for (int vertex = start; vertex < start + length; vertex++)
            {
                if (next[vertex] >= 0)
                    continue;
                int plateau = plateaus.Of(vertex);
                if (plateau < 0 || (exits[plateau] == NoExit && representatives[plateau] == vertex))
                    optima.Add(vertex);
            }
        });
        return [.. perBlock.SelectMany(optima => optima)];
    }

    /// <summary>
    /// Path compression: every climb is followed until a vertex whose basin is known, and all vertices on the way get
    /// that basin. Every vertex is passed a bounded number of times, so O(n) in all. Until its basin is known, a vertex
    /// has ~successor in its place, so that a step of a climb waits for one place in memory only. Threads may follow the
    /// same climb at the same time; they write the same basin, so the result does not depend on them.
    /// </summary>
    private void FollowAll(int[] next)
    {
        var plateauBasins = new int[Plateaus.Count];
        for (int basin = 0; basin < Optima.Length; basin++)
        {
            if (Plateaus.Of(Optima[basin]) is >= 0 and var plateau)
                plateauBasins[plateau] = basin;
        }

        Workers.ForBlocks(next.Length, (start, length) => Start(next, plateauBasins, start, start + length));
        for (int basin = 0; basin < Optima.Length; basin++)
            Basins[Optima[basin]] = basin;
        Workers.ForBlocks(next.Length, (start, length) => Follow(start, start + length));
        Workers.ForBlocks(Plateaus.Members.Length, (start, length) => Settle(plateauBasins, start, start + length));
        if (Workers.Degree == 1)
            CountSizes();
        else
            Workers.ForBlocks(Basins.Length, CountSizes);
    }

    /// <summary>Notes the basin where climbs end on a plateau, and where they go on elsewhere.</summary>
    private void Start(int[] next, int[] plateauBasins, int first, int last)
    {
        for (int vertex = first; vertex < last; vertex++)
        {
            int successor = Successor(next, vertex);
            Basins[vertex] = successor < 0 && Plateaus.Of(vertex) is >= 0 and var plateau ? plateauBasins[plateau] : ~successor;
        }
    }

    /// <summary>Members of a plateau that is an optimum belong to it, whatever climb passes through them.</summary>
    private void Settle(int[] plateauBasins, int first, int last)
    {
        for (int vertex = first; vertex < last; vertex++)
        {
            int plateau = Plateaus.Members[vertex];
            if (plateau >= 0 && exits[plateau] == NoExit)
                Basins[vertex] = plateauBasins[plateau];
        }
    }

    private void CountSizes()
    {
        foreach (int basin in Basins)
            Sizes[basin]++;
    }

    /// <summary>Vertices next to each other mostly share a basin, so runs are counted before they are added for all threads.</summary>
    private void CountSizes(int start, int length)
    {
        ReadOnlySpan<int> rest = Basins.AsSpan(start, length);
        while (!rest.IsEmpty)
        {
            int run = rest.IndexOfAnyExcept(rest[0]);
            run = run < 0 ? rest.Length : run;
            Interlocked.Add(ref Sizes[rest[0]], run);
            rest = rest[run..];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // fast from the first call: a landscape is measured once
    private void Follow(int first, int last)
    {
        for (int start = first; start < last; start++)
        {
            int basin = Basins[start];
            while (basin < 0)
                basin = Basins[~basin];
            for (int vertex = start, successor; (successor = ~Basins[vertex]) >= 0; vertex = successor)
                Basins[vertex] = basin;
        }
    }
}
