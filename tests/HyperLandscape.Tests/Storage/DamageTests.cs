using System.Buffers.Binary;
using HyperLandscape.Graphs;
using HyperLandscape.Storage;
using HyperLandscape.Tests.Reference;

namespace HyperLandscape.Tests.Storage;

public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly byte[][] goods;
    private readonly byte[] good;

    public DamageTests()
    {
        goods = [.. new[] { StoredLandscapes.Everything, StoredLandscapes.Conditional, StoredLandscapes.Scattered }.Select(landscape =>
        {
            landscape.Save(folder["good"]);
            return File.ReadAllBytes(folder["good"]);
        })];
        good = goods[0];
    }

    private string Path => folder["some.landscape"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0x01)]
    [InlineData(0x80)]
    [InlineData(0x02)]
    public void Every_changed_byte_is_found(int change)
    {
        foreach (byte[] each in goods)
        {
            for (int i = 0; i < each.Length; i++)
                Refused(With(each, i, (byte)(each[i] ^ change)));
        }
    }

    [Fact]
    public void Every_shorter_file_is_found()
    {
        foreach (byte[] each in goods)
        {
            for (int length = 0; length < each.Length; length++)
                Refused(each[..length]);
        }
    }

    [Fact]
    public void Every_longer_file_is_found()
    {
        for (int length = 1; length <= 200; length++)
            Refused([.. good, .. new byte[length]]);
        Assert.Contains($"it is {2 * good.Length} bytes long instead of {good.Length}", Refused([.. good, .. good]), StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_in_any_block_of_a_mapped_file_is_found()
    {
        StoredLandscapes.Large(seed: 1).Save(folder["good"]);
        byte[] large = File.ReadAllBytes(folder["good"]);
        for (int i = 0; i < 40; i++)
        {
            int position = (int)((large.Length - 1L) * i / 39);
            large[position] ^= 1;
            Refused(large);
            large[position] ^= 1;
        }
    }

    [Fact]
    public void Exchanged_blocks_are_found()
    {
        StoredLandscapes.Large(seed: 1).Save(folder["good"]);
        byte[] large = File.ReadAllBytes(folder["good"]);
        int fitness = BinaryPrimitives.ReadInt32LittleEndian(large.AsSpan(12));
        byte[] first = large[fitness..(fitness + 64)];
        large.AsSpan(fitness + 64, 64).CopyTo(large.AsSpan(fitness));
        first.CopyTo(large, fitness + 64);
        Assert.Contains("fitness", Refused(large), StringComparison.Ordinal);
    }

    /// <summary>Nobody does this by accident: the header is wrong and its checksum right.</summary>
    [Theory]
    [InlineData(0xFF)]
    [InlineData(0x01)]
    [InlineData(0x80)]
    public void A_forged_header_is_refused_or_consistent(int change)
    {
        foreach (byte[] each in goods)
        {
            for (int i = 24; i < BinaryPrimitives.ReadInt32LittleEndian(each.AsSpan(12)); i++)
            {
                File.WriteAllBytes(Path, Sealed(With(each, i, (byte)(each[i] ^ change))));
                Exception? error = Record.Exception(() => Landscape.Load(Path));
                Assert.True(error is null or InvalidDataException, $"byte {i}: {error}");
            }
        }
    }

    /// <summary>The length of the first name, -1 in five bytes, makes the reader throw another exception than a cut does.</summary>
    [Fact]
    public void A_forged_length_is_refused()
    {
        byte[] forged = [.. good];
        new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x0F }.CopyTo(forged, 108);
        Assert.Contains("the header ends within a value", Refused(Sealed(forged)), StringComparison.Ordinal);
    }

    /// <summary>Another program can write whatever it likes with the right checksums.</summary>
    [Fact]
    public void Contents_that_contradict_each_other_are_refused()
    {
        var good = new StoredContents(NeighborhoodGraph.Sample(StoredLandscapes.Space, [1, 3]), false, 0, [5, 7], [0.5, 0.25], new double[] { 1, 2 });
        FileWriter.Write(Path, good, null, default);
        Assert.Equal(2, Landscape.Load(Path).Count);

        long outside = StoredLandscapes.Space.CellCount;
        Contradicts(good with { FailedCells = [7, 5] }, "cell 5 follows cell 7");
        Contradicts(good with { FailedCells = [7, 7] }, "cell 7 follows cell 7");
        Contradicts(good with { FailedCells = [-2] }, "cell -2");
        Contradicts(good with { FailedCells = [outside] }, $"cell {outside}");
        Contradicts(good with { Graph = NeighborhoodGraph.OfSortedCells(StoredLandscapes.Space, [3, 1], new GridNeighborhood()) }, "cell 1 follows cell 3");
        Contradicts(good with { StandardErrors = [1] }, "1 standard errors for 2 configurations");
        Contradicts(good with { StandardErrors = [], Fitness = new double[] { 1 } }, "1 fitness values were given for 2 configurations");
        Contradicts(good with { Fitness = new double[] { 1, double.NaN } }, "is NaN");
        Contradicts(good with { Tolerance = double.NaN }, "tolerance");
    }

    /// <summary>The lists of the file of version 2 in LayoutTests, and no other of its numbers, are wrong.</summary>
    [Theory]
    [InlineData(144, 6, "announces 6 hyperparameters, levels or configurations")]
    [InlineData(144, -1, "announces -1 hyperparameters, levels or configurations")]
    [InlineData(144, 2, "there is no such hyperparameter")] // what was a configuration is taken for the neighborhood
    [InlineData(148, 1, "the configurations are not listed in lexicographic order")]
    [InlineData(152, 3, "has the levels 0 to 2")]
    [InlineData(160, 1, "Of 3 configurations only 2 are different")]
    [InlineData(172, 0, "must be greater than or equal to '1'")]
    public void A_forged_list_is_refused(int position, int value, string message)
    {
        byte[] forged = LayoutTests.Version2;
        BinaryPrimitives.WriteInt32LittleEndian(forged.AsSpan(position), value);
        Assert.Contains(message, Refused(Sealed(forged)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_version_says_so() =>
        Assert.Equal($"'{Path}' is a HyperLandscape file of version 3, but this package reads up to version 2; update the package.", Refused(With(good, 8, 3)));

    [Fact]
    public void A_text_file_is_no_landscape() =>
        Assert.Equal($"'{Path}' is not a HyperLandscape file: it starts with the bytes 6C6561726E696E67 instead of 89484C53430D0A1A. Load reads what Save wrote.", Refused("learning_rate,loss\n0.1,0.5\n"u8.ToArray()));

    [Fact]
    public void An_empty_file_is_no_landscape() =>
        Assert.Equal($"'{Path}' is not a HyperLandscape file: it is empty. Load reads what Save wrote.", Refused([]));

    [Fact]
    public void A_missing_file_is_missing()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Landscape.Load(folder["none"]));
        Assert.Contains("none", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Sealed(byte[] forged)
    {
        int headerLength = BinaryPrimitives.ReadInt32LittleEndian(forged.AsSpan(12));
        BinaryPrimitives.WriteUInt64LittleEndian(forged.AsSpan(16), ReferenceXxHash64.Of(forged[24..headerLength]));
        return forged;
    }

    private static byte[] With(byte[] bytes, int position, byte value)
    {
        byte[] changed = [.. bytes];
        changed[position] = value;
        return changed;
    }

    private void Contradicts(StoredContents contents, string message)
    {
        FileWriter.Write(Path, contents, null, default);
        Assert.Contains(message, Refused(File.ReadAllBytes(Path)), StringComparison.Ordinal);
    }

    private string Refused(byte[] bytes)
    {
        File.WriteAllBytes(Path, bytes);
        string message = Assert.Throws<InvalidDataException>(() => Landscape.Load(Path)).Message;
        Assert.Contains($"'{Path}'", message, StringComparison.Ordinal);
        return message;
    }
}
