namespace HyperLandscape.Tests.Reference;

/// <summary>XXH64 with seed 0, written from its specification, one byte at a time and with the primes in decimal.</summary>
internal static class ReferenceXxHash64
{
    private const ulong P1 = 11400714785074694791;
    private const ulong P2 = 14029467366897019727;
    private const ulong P3 = 1609587929392839161;
    private const ulong P4 = 9650029242287828579;
    private const ulong P5 = 2870177450012600261;

    public static ulong Of(byte[] bytes)
    {
        int position = 0;
        ulong hash = P5;
        if (bytes.Length >= 32)
        {
            ulong[] lanes = [unchecked(P1 + P2), P2, 0, unchecked(0 - P1)];
            for (; position + 32 <= bytes.Length; position += 32)
            {
                for (int lane = 0; lane < 4; lane++)
                    lanes[lane] = Round(lanes[lane], Number(bytes, position + (8 * lane), 8));
            }

            hash = Rotate(lanes[0], 1) + Rotate(lanes[1], 7) + Rotate(lanes[2], 12) + Rotate(lanes[3], 18);
            foreach (ulong lane in lanes)
                hash = ((hash ^ Round(0, lane)) * P1) + P4;
        }

        hash += (ulong)bytes.Length;
        for (; position + 8 <= bytes.Length; position += 8)
            hash = (Rotate(hash ^ Round(0, Number(bytes, position, 8)), 27) * P1) + P4;
        for (; position + 4 <= bytes.Length; position += 4)
            hash = (Rotate(hash ^ (Number(bytes, position, 4) * P1), 23) * P2) + P3;
        for (; position < bytes.Length; position++)
            hash = Rotate(hash ^ (bytes[position] * P5), 11) * P1;

        hash = (hash ^ (hash >> 33)) * P2;
        hash = (hash ^ (hash >> 29)) * P3;
        return hash ^ (hash >> 32);
    }

    private static ulong Round(ulong lane, ulong word) => Rotate(lane + (word * P2), 31) * P1;

    private static ulong Rotate(ulong value, int by) => (value << by) | (value >> (64 - by));

    private static ulong Number(byte[] bytes, int position, int length)
    {
        ulong number = 0;
        for (int i = length - 1; i >= 0; i--)
            number = (number * 256) + bytes[position + i];
        return number;
    }
}
