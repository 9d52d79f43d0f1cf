namespace HyperLandscape.Numerics;

/// <summary>
/// A stream of random numbers that depends on a seed and the number of a work item only, so that items can be done in
/// any order on any number of threads. SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
internal struct RandomStream
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state;

    public RandomStream(int seed, int item)
    {
        state = Mix(((ulong)(uint)seed << 32) | (uint)item);
    }

    public ulong Next() => Mix(state += Golden);

    /// <summary>A whole number in [0, bound), each equally likely up to bound / 2^64.</summary>
    public int Next(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A number in [0, 1), a multiple of 2^-53.</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
