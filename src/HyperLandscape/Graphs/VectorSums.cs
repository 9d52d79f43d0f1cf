using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HyperLandscape.Graphs;

/// <summary><see cref="EdgeSums"/> in four lanes.</summary>
internal struct VectorSums
{
    private Vector256<double> degrees;
    private Vector256<double> arcs;
    private Vector256<double> neutral;
    private Vector256<double> degreeX;
    private Vector256<double> degreeXX;
    private Vector256<double> xy;
    private Vector256<double> source;
    private Vector256<double> sourceSquared;
    private Vector256<double> target;
    private Vector256<double> targetSquared;
    private Vector256<double> sourceTarget;

    /// <summary>As <see cref="EdgeSums.Add"/>, for four vertices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector256<double> x, Vector256<double> degree, Vector256<double> better, Vector256<double> same, Vector256<double> neighborSum, Vector256<double> betterSum)
    {
        Vector256<double> worse = degree - better - same;
        Vector256<double> degreeTimesX = degree * x;
        Vector256<double> betterTimesX = better * x;
        Vector256<double> worseTimesX = worse * x;
        degrees += degree;
        arcs += better;
        neutral += same;
        degreeX += degreeTimesX;
        degreeXX += degreeTimesX * x;
        xy += x * neighborSum;
        source += betterTimesX;
        sourceSquared += betterTimesX * x;
        target += worseTimesX;
        targetSquared += worseTimesX * x;
        sourceTarget += x * betterSum;
    }

    /// <summary>Adds up the lanes, in a fixed order.</summary>
    public readonly EdgeSums Reduce() => new()
    {
        Degrees = Total(degrees),
        Arcs = Total(arcs),
        Neutral = Total(neutral),
        DegreeX = Total(degreeX),
        DegreeXX = Total(degreeXX),
        XY = Total(xy),
        Source = Total(source),
        SourceSquared = Total(sourceSquared),
        Target = Total(target),
        TargetSquared = Total(targetSquared),
        SourceTarget = Total(sourceTarget),
    };

    private static double Total(Vector256<double> lanes) => lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
}
