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

    private static readonly byte[] Bytes = Convert.FromHexString(File.Replace(" ", "", StringComparison.Ordinal));
    private readonly TemporaryFolder folder = new();

    private static Landscape Tiny => Landscape.Create(new SearchSpace(Hyperparameter.Boolean("b")), [1, -2], Objective.Maximize, 0.5, new HammingNeighborhood());

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
}
