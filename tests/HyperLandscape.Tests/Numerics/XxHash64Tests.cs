using System.Text;
using HyperLandscape.Numerics;
using HyperLandscape.Tests.Reference;

namespace HyperLandscape.Tests.Numerics;

public sealed class XxHash64Tests
{
    /// <summary>Published values of XXH64 with seed 0.</summary>
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)]
    public void Known_answers(string text, ulong expected)
    {
        Assert.Equal(expected, XxHash64.Of(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(expected, ReferenceXxHash64.Of(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Every_length_agrees_with_the_scalar_loop()
    {
        var random = new Random(1);
        for (int length = 0; length <= 300; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.Equal(ReferenceXxHash64.Of(bytes), XxHash64.Of(bytes));
        }
    }
}
