namespace Kiln.Host.Examples;

/// <summary>
/// On small data a class can fall on one side by chance. Then its lowest key is held out, or its highest trains. A key that was moved once
/// stays moved, though rows of the class come that would have made it unnecessary: rows keep their sides.
/// </summary>
static class RareClasses
{
    /// <param name="keys">The keys of the rows.</param>
    /// <param name="label">The classes of the rows.</param>
    /// <param name="isHeldOut">The sides by key alone; the moved rows' are turned.</param>
    /// <param name="recorded">The keys that were moved until now.</param>
    /// <returns>The keys that are moved now.</returns>
    public static IReadOnlyCollection<ulong> PutOnBothSides(ulong[] keys, float[] label, bool[] isHeldOut, IReadOnlySet<ulong> recorded)
    {
        var moved = new HashSet<ulong>();
        foreach (var key in keys.Where(recorded.Contains).Distinct())
            Move(key);
        // Rows of one id share a key, so that moving one class's can take another's last: until nothing moves any longer.
        int before;
        do
        {
            before = moved.Count;
            foreach (var members in Enumerable.Range(0, keys.Length).GroupBy(i => label[i]))
                Settle([.. members]);
        }
        while (moved.Count > before);
        return moved;

        void Settle(int[] members)
        {
            var heldOut = isHeldOut[members[0]];
            if (Array.Exists(members, i => isHeldOut[i] != heldOut))
                return;
            var free = members.Select(i => keys[i]).Where(key => !moved.Contains(key)).Distinct().Order().ToList();
            // The only row of a class stays where it is.
            if (free.Count > 0 && Array.Exists(members, i => keys[i] != keys[members[0]]))
                Move(heldOut ? free[^1] : free[0]);
        }

        void Move(ulong key)
        {
            moved.Add(key);
            for (var i = 0; i < keys.Length; i++)
                if (keys[i] == key)
                    isHeldOut[i] = !isHeldOut[i];
        }
    }
}
