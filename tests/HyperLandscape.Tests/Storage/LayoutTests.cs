using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Tests.Storage;

public sealed class LayoutTests : IDisposable
{
    /// <summary>
    /// Two configurations of one boolean, written by a script outside of this repository from the description in
    /// FileFormat alone: a file of version 1 is this file, for ever and on every machine.
    /// </summary>
    private const string File =
        "89484C53 430D0A1A 01000000 80000000" + // magic, version 1, 128 bytes of header
        "C0BDF179 9D8CCF1B 00000000 0000E03F" + // checksum of the rest, tolerance 0.5
        "01000000 01000000 00000000 00000000" + // maximize, Hamming, no sampled cells: all
        "99E9D851 37DB46EF 00000000 00000000" + // XXH64 of nothing, no failed cells
        "99E9D851 37DB46EF 00000000 00000000" + // no standard errors
        "99E9D851 37DB46EF 02000000 00000000" + // two fitness values
        "C249D4D9 2C788E53 01000000 01620302" + // their checksum, one hyperparameter: "b", boolean, two
        "00000000 00000000 00000000 00000000" + // levels
        "00000000 0000F03F 00000000 000000C0" + // 1 and -2
        "00000000 00000000 00000000 00000000" +
        "00000000 00000000 00000000 00000000" +
        "00000000 00000000 00000000 00000000";

    /// <summary>Three configurations in a list, by the same kind of script: a file of version 2.</summary>
    private const string Second =
        "89484C53 430D0A1A 02000000 C0000000" + // magic, version 2, 192 bytes of header
        "300669B5 12819519 00000000 0000E03F" + // checksum of the rest, tolerance 0.5
        "00000000 02000000 00000000 00000000" + // minimize, nearest, no sampled cells: all
        "99E9D851 37DB46EF 00000000 00000000" +
        "99E9D851 37DB46EF 00000000 00000000" +
        "99E9D851 37DB46EF 03000000 00000000" + // three fitness values
        "176665A5 4C33F267 02000000 016B0202" + // two hyperparameters: "k", categorical, two levels,
        "00000001 61016201 67100200 00000000" + // "a" and "b"; "g", ordinal by numbers with an inactive level, two others,
        "00000000 F03F0000 00000000 2440012D" + // 1 and 10, and "-"
        "03000000 00000000 02000000 01000000" + // three configurations: a and -, b and
        "00000000 01000000 01000000 01000000" + // 1, b and 10; one nearest,
        "01000000 01670000 00000000 00000000" + // one logarithmic: "g"
        "00000000 0000F03F 00000000 000000C0" + // 1, -2
        "00000000 0000E03F 00000000 00000000" + // and 0.5
        "00000000 00000000 00000000 00000000" +
        "00000000 00000000 00000000 00000000";

    private static readonly byte[] Bytes = Convert.FromHexString(File.Replace(" ", "", StringComparison.Ordinal));
    private readonly TemporaryFolder folder = new();

    internal static byte[] Version2 => Convert.FromHexString(Second.Replace(" ", "", StringComparison.Ordinal));

    private static Landscape Tiny => Landscape.Create(new SearchSpace(Hyperparameter.Boolean("b")), [1, -2], Objective.Maximize, 0.5, new HammingNeighborhood());

    private static Landscape Listed => Landscape.Create(
        SearchSpace.Listed([Hyperparameter.Categorical("k", "a", "b"), Hyperparameter.Ordinal("g", 1, 10).WithInactive("-")], [0, 2, 1, 0, 1, 1]),
        [1, -2, 0.5],
        tolerance: 0.5,
        neighborhood: new NearestNeighborhood { Neighbors = 1, Logarithmic = ["g"] });

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Save_writes_version_1_byte_by_byte()
    {
        Tiny.Save(folder["tiny"]);
        Assert.Equal(Bytes, System.IO.File.ReadAllBytes(folder["tiny"]));
    }

    [Fact]
    public void Load_reads_version_1()
    {
        System.IO.File.WriteAllBytes(folder["tiny"], Bytes);
        StoredLandscapes.AssertSame(Tiny, Landscape.Load(folder["tiny"]));
    }

    [Fact]
    public void A_list_of_configurations_is_version_2()
    {
        Listed.Save(folder["listed"]);
        Assert.Equal(Version2, System.IO.File.ReadAllBytes(folder["listed"]));
        StoredLandscapes.AssertSame(Listed, Landscape.Load(folder["listed"]));
    }
}
