using System.Reflection.Emit;

namespace Kiln.TrainerHost.References;

/// <summary>
/// Follows a value from the instruction that makes it to the one that uses it, over the locals and jumps that a Debug build puts between.
/// </summary>
sealed class ValueFlow(IReadOnlyList<Instruction> body)
{
    readonly Dictionary<int, int> _at = body.Select((instruction, i) => (instruction.Offset, i)).ToDictionary();
    readonly HashSet<int> _targets = [.. body.SelectMany(instruction => instruction.Targets)];

    /// <summary>When the value made at <paramref name="i"/> is only used to branch: on true or on false.</summary>
    public bool? Decision(int i, out int branch)
    {
        var negated = false;
        branch = i;
        for (var user = User(i, out _); user < body.Count; user = User(user, out _))
        {
            if (body[user].JumpsOnTruth is { } sense)
            {
                branch = user;
                return sense != negated;
            }
            if (!IsTestOfNull(user, out user))
                return null;
            negated ^= body[user].Code == OpCodes.Ceq;
        }
        return null;
    }

    /// <summary>The 0 or 1 that Debug keeps for <c>a &amp;&amp; b</c>, and for <c>while (true)</c>, where Release only branches.</summary>
    public bool IsBranchConstant(int i)
    {
        if (body[i].Integer is not (0 or 1))
            return false;
        var joins = false;
        for (var user = User(i, out var joined); user < body.Count; user = User(user, out joined))
        {
            joins |= joined;
            if (body[user].JumpsOnTruth is not null)
                return joins;
            if (!IsTestOfNull(user, out user))
                return false;
        }
        return false;
    }

    /// <summary>A comparison with zero or null, whose second half is at <paramref name="end"/>.</summary>
    public bool IsTestOfNull(int i, out int end)
    {
        end = Next(i);
        return (body[i].Code == OpCodes.Ldnull || body[i].Integer == 0)
            && end < body.Count && (body[end].Code == OpCodes.Ceq || body[end].Code == OpCodes.Cgt_Un);
    }

    /// <summary>What uses the value made at <paramref name="i"/>, which is handed on by nothing but jumps and locals.</summary>
    int User(int i, out bool joined)
    {
        joined = false;
        for (i = Next(i); i < body.Count; i = Next(i))
        {
            joined |= _targets.Contains(body[i].Offset);
            if (body[i].Code == OpCodes.Br || body[i].Code == OpCodes.Br_S)
            {
                var target = _at[body[i].Targets[0]];
                if (target <= i)
                    return body.Count;
                joined = true;
                i = body[target].Code == OpCodes.Nop ? target : target - 1;
            }
            else if (body[i].Keeps is { } local && Next(i) is var load && load < body.Count && body[load].Loads == local)
                i = load;
            else
                return i;
        }
        return i;
    }

    int Next(int i)
    {
        do
            i++;
        while (i < body.Count && body[i].Code == OpCodes.Nop);
        return i;
    }
}
