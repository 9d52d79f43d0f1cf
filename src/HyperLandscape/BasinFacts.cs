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

        int[] basins = GC.AllocateUninitializedArray<int>(next.Length);
        Workers.ForBlocks(next.Length, (start, length) => basins.AsSpan(start, length).Fill(-1));
        var plateauBasins = new int[plateaus.Count];
        for (int basin = 0; basin < optima.Length; basin++)
        {
            int plateau = plateaus.Of(optima[basin]);
            if (plateau >= 0)
                plateauBasins[plateau] = basin;
            else
                basins[optima[basin]] = basin;
        }

        var facts = new BasinFacts(plateaus, exits, optima, basins, new int[optima.Length]);
        facts.FollowAll(next, plateauBasins);
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
        ReadOnlySpan<double> loss = landscape.Loss;
        var exits = new int[plateaus.Count];
        var representatives = new int[plateaus.Count];
        Array.Fill(exits, NoExit);
        Array.Fill(representatives, -1);
        for (int vertex = 0; vertex < plateaus.Members.Length; vertex++)
        {
            int plateau = plateaus.Members[vertex];
            if (plateau >= 0 && (representatives[plateau] < 0 || loss[vertex] < loss[representatives[plateau]]))
                representatives[plateau] = vertex;
        }

        for (int vertex = 0; vertex < plateaus.Members.Length; vertex++)
        {
            int plateau = plateaus.Members[vertex];
            if (plateau < 0 || next[vertex] < 0)
                continue;
            int exit = next[vertex];
            if (loss[representatives[plateau]] - loss[exit] > landscape.Tolerance
                && (exits[plateau] == NoExit || loss[exit] < loss[exits[plateau]] || (loss[exit] == loss[exits[plateau]] && exit < exits[plateau])))
                exits[plateau] = exit;
        }

        return (exits, representatives);
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
    /// that basin. Every vertex is passed a bounded number of times, so O(n) in all. Threads may follow the same climb
    /// at the same time; they write the same basin, so the result does not depend on them.
    /// </summary>
    private void FollowAll(int[] next, int[] plateauBasins)
    {
        Workers.ForBlocks(next.Length, (start, length) => Follow(next, plateauBasins, start, start + length));

        // Members of a plateau that is an optimum belong to it, whatever climb passes through them.
        for (int vertex = 0; vertex < Plateaus.Members.Length; vertex++)
        {
            int plateau = Plateaus.Members[vertex];
            if (plateau >= 0 && exits[plateau] == NoExit)
                Basins[vertex] = plateauBasins[plateau];
        }

        Workers.ForBlocks(Basins.Length, CountSizes);
    }

    /// <summary>Vertices next to each other mostly share a basin, so runs are counted before they are added.</summary>
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
    private void Follow(int[] next, int[] plateauBasins, int first, int last)
    {
        for (int vertex = first; vertex < last; vertex++)
        {
            if (Basins[vertex] < 0)
                Follow(next, plateauBasins, vertex);
        }
    }

    private void Follow(int[] next, int[] plateauBasins, int start)
    {
        int end = start;
        int basin;
        while ((basin = Basins[end]) < 0)
        {
            int successor = Successor(next, end);
            if (successor < 0)
            {
                basin = plateauBasins[Plateaus.Of(end)];
                break;
            }

            end = successor;
        }

        for (int vertex = start; vertex >= 0 && Basins[vertex] < 0; vertex = Successor(next, vertex))
            Basins[vertex] = basin;
    }
}
