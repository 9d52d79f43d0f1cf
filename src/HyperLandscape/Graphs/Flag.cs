namespace HyperLandscape.Graphs;

/// <summary>A choice made at compile time: a kernel over <see cref="On"/> and one over <see cref="Off"/> are compiled apart, without a branch.</summary>
internal interface IFlag
{
    static abstract bool IsOn { get; }
}

internal readonly struct On : IFlag
{
    public static bool IsOn => true;
}

internal readonly struct Off : IFlag
{
    public static bool IsOn => false;
}
