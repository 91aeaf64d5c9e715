using System.Reflection.Emit;

namespace Kiln.Host.References;

/// <summary>
/// Follows a value from the instruction that makes it to the one that uses it, over the locals and jumps that a Debug build puts between.
/// </summary>
sealed class ValueFlow(IReadOnlyList<Instruction> body, bool hasThis)
{
    readonly Dictionary<int, int> _at = body.Select((instruction, i) => (instruction.Offset, i)).ToDictionary();
    readonly HashSet<int> _targets = [.. body.SelectMany(instruction => instruction.Targets)];

    readonly Dictionary<int, int> _copies = Copies(body);
    readonly HashSet<int> _known = [];

    /// <summary>The argument whose value is pushed, from itself or from a local that is a copy of it; null for <c>this</c> and for copying.</summary>
    public int? Argument(int i) =>
        Source(body[i], _copies) is { } argument && !(hasThis && argument == 0) && !IsCopying(Next(i)) ? argument : null;

    /// <summary>
    /// A branch that always goes one way, which only Debug writes: on a constant (<paramref name="end"/> is the branch), or where constants
    /// meet that other branches have decided.
    /// </summary>
    public bool IsKnownBranch(int i, out int end)
    {
        end = i;
        var next = Next(i);
        if (body[i].Integer is 0 or 1 && next < body.Count && body[next].JumpsOnTruth is not null && !_targets.Contains(body[next].Offset))
        {
            end = next;
            return true;
        }
        return _known.Contains(i);
    }

    /// <summary>Whether a value is kept as its opposite.</summary>
    public bool IsNegated(int i, out int end)
    {
        end = i;
        var zero = Next(i);
        if (zero >= body.Count || body[zero].Integer != 0 || !IsTestOfNull(zero, out var test) || body[test].Code != OpCodes.Ceq)
            return false;
        end = test;
        return true;
    }

    /// <summary>Whether a branch jumps over a jump, which Release writes as the opposite branch.</summary>
    public bool SkipsJump(int i)
    {
        var (jump, after) = (Next(i), Next(Next(i)));
        return body[i].Targets is [var target]
            && after < body.Count && (body[jump].IsJump || body[jump].Code == OpCodes.Ret)
            && body[after].Offset >= target && target > body[jump].Offset;
    }

    /// <summary>A constant that goes into a local nobody reads, as that of <c>while (true)</c> does.</summary>
    public bool IsUnusedConstant(int i) =>
        body[i].Integer is not null && Next(i) is var next && next < body.Count && body[next].Keeps is { } local
        && body.All(instruction => instruction.Loads != local && instruction.LocalAddress != local);

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
            {
                // 1, jump, 0, branch: both ways to the branch bring a constant.
                if (joins && Next(i) is var jump && body[jump].IsJump && Next(jump) is var other && body[other].Integer is 0 or 1 && User(other, out _) == user)
                    _known.Add(user);
                return joins;
            }
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

    bool IsCopying(int i) => i < body.Count && body[i].Keeps is { } local && _copies.ContainsKey(local);

    /// <summary>The locals that only ever hold the value of an argument that stays what it was.</summary>
    static Dictionary<int, int> Copies(IReadOnlyList<Instruction> body)
    {
        var copies = new Dictionary<int, int>();
        var stores = body.Zip(body.Skip(1)).Where(pair => pair.Second.Keeps is not null).ToLookup(pair => pair.Second.Keeps!.Value, pair => pair.First);
        var changing = body.Where(instruction => instruction.IsArgumentStore || instruction.TakesAddress)
            .Select(instruction => instruction.Argument).ToHashSet();
        var pointedAt = body.Select(instruction => instruction.LocalAddress).ToHashSet();
        for (var found = true; found;)
        {
            found = false;
            foreach (var into in stores.Where(into => into.Count() == 1 && !pointedAt.Contains(into.Key)))
                if (Source(into.First(), copies) is { } argument && !changing.Contains(argument))
                    found |= copies.TryAdd(into.Key, argument);
        }
        return copies;
    }

    static int? Source(Instruction instruction, Dictionary<int, int> copies) =>
        instruction.IsArgumentStore || instruction.TakesAddress ? null
        : instruction.Argument ?? (instruction.Loads is { } local && copies.TryGetValue(local, out var argument) ? argument : null);

    /// <summary>What uses the value made at <paramref name="i"/>, which is handed on by nothing but jumps and locals.</summary>
    int User(int i, out bool joined)
    {
        joined = false;
        for (i = Next(i); i < body.Count; i = Next(i))
        {
            joined |= _targets.Contains(body[i].Offset);
            if (body[i].IsJump)
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
