using System.Numerics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Networks;

/// <summary>How much of a network leads to each of its nodes.</summary>
internal static class Ancestors
{
    /// <summary>
    /// For every node the weight of all nodes that reach it, itself included. Components, numbered so that edges lead to smaller
    /// numbers, get one bit per unit of weight; 64 bits at a time are passed on along the edges in one descending sweep.
    /// </summary>
    public static int[] Count(NetworkRows rows, int[] weights)
    {
        (int[] components, int count) = StrongComponents.Of(rows);
        var members = new List<int>[count];
        for (int node = 0; node < components.Length; node++)
            (members[components[node]] ??= []).Add(node);
        NetworkRows condensed = rows.Merged(components, members);

        int[] owners = [.. Enumerable.Range(0, count).SelectMany(component => Enumerable.Repeat(component, members[component].Sum(node => weights[node])))];
        var totals = new int[count];
        Workers.For((owners.Length + 63) / 64, batch =>
        {
            ReadOnlySpan<int> own = owners.AsSpan(batch * 64, Math.Min(64, owners.Length - (batch * 64)));
            var masks = new ulong[own[^1] + 1];
            for (int bit = 0; bit < own.Length; bit++)
                masks[own[bit]] |= 1UL << bit;
            for (int component = masks.Length - 1; component >= 0; component--)
            {
                ulong mask = masks[component];
                if (mask == 0)
                    continue;
                Interlocked.Add(ref totals[component], BitOperations.PopCount(mask));
                foreach (int target in condensed.Targets(component))
                    masks[target] |= mask;
            }
        });
        return [.. components.Select(component => totals[component])];
    }
}
