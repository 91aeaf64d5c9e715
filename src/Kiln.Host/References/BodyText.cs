using System.Globalization;
using System.Reflection.Emit;

namespace Kiln.Host.References;

/// <summary>
/// What a method body does, in a form on which Debug and Release agree: constants, calls, fields, types, arithmetic and which way each
/// comparison goes, in order. Where values are kept meanwhile is not in it, as the two keep them in different places.
/// </summary>
sealed class BodyText(IReadOnlyList<Instruction> body, Func<Instruction, string?> nameOf, bool hasThis)
{
    readonly List<string> _text = [];
    readonly ValueFlow _flow = new(body, hasThis);

    public string Write()
    {
        for (var i = 0; i < body.Count; i++)
            Write(ref i);
        return string.Join('\n', _text);
    }

    void Write(ref int i)
    {
        var instruction = body[i];
        if (Comparison.Read(instruction.Code) is { } comparison)
            WriteComparison(ref i, comparison);
        else if (_flow.IsKnownBranch(i, out var known))
            i = known;
        else if (instruction.JumpsOnTruth is { } sense)
            _text.Add(Branch(sense, i));
        else if (_flow.Argument(i) is { } argument)
            _text.Add($"ldarg {argument.ToString(CultureInfo.InvariantCulture)}");
        else if (_flow.IsTestOfNull(i, out var end))
            WriteTest(ref i, end);
        else if (IsSilent(i) || _flow.IsBranchConstant(i) || _flow.IsUnusedConstant(i))
            return;
        else if (instruction.Code == OpCodes.Switch)
            _text.Add("switch " + string.Join(' ', Ranks(instruction.Targets)));
        else if (Spell(instruction) is { } text)
            _text.Add(text);
    }

    /// <summary>A comparison, and with it the branch it decides: <c>bge</c> and <c>clt, brfalse</c> say the same.</summary>
    void WriteComparison(ref int i, Comparison comparison)
    {
        if (comparison.Jumps is { } jumps)
            _text.Add($"{comparison.Kind} {Branch(jumps, i)}");
        else if (_flow.Decision(i, out var branch) is { } when)
        {
            _text.Add($"{comparison.Kind} {Branch(when, branch)}");
            i = branch;
        }
        else
        {
            var negates = _flow.IsNegated(i, out var end);
            WriteValue($"{comparison.Kind} if", negates);
            i = end;
        }
    }

    /// <summary>Whether a value is zero or null, which Release asks by the branch alone.</summary>
    void WriteTest(ref int i, int end)
    {
        var negates = body[end].Code == OpCodes.Ceq;
        if (_flow.Decision(end, out var branch) is { } when)
            _text.Add(Branch(negates ? !when : when, branch));
        else
            WriteValue(negates ? "unless" : "if", negated: false);
        i = Math.Max(end, branch);
    }

    /// <summary>Where Release keeps the answer, Debug may branch to 0 or to 1.</summary>
    void WriteValue(string question, bool negated) => _text.AddRange(negated ? [question, "ldc.i4 1", "ldc.i4 0"] : [question, "ldc.i4 0", "ldc.i4 1"]);

    string Branch(bool when, int i) => when != _flow.SkipsJump(i) ? "if" : "unless";

    bool IsSilent(int i) => IsSilent(body[i])
        // Debug clears what an iterator has kept.
        || body[i].Code == OpCodes.Ldnull && i + 1 < body.Count && body[i + 1].Code == OpCodes.Stfld && nameOf(body[i + 1])!.Length == 0;

    bool IsSilent(Instruction instruction) => instruction.Keeps is not null
        || instruction.Code.FlowControl is FlowControl.Branch or FlowControl.Meta or FlowControl.Break
        || instruction.Code.Name is "nop" or "ret" or "dup" or "pop" or "endfinally"
        || instruction.Code.Name!.StartsWith("ldloc", StringComparison.Ordinal)
        || instruction.Code.Name.StartsWith("ldarg", StringComparison.Ordinal) && instruction.Argument is not null && !instruction.TakesAddress;

    /// <summary>Null for what the compiler keeps for itself.</summary>
    string? Spell(Instruction instruction)
    {
        var name = instruction.Code.Name!;
        if (instruction.Integer is { } integer)
            return "ldc.i4 " + integer.ToString(CultureInfo.InvariantCulture);
        if (instruction.Argument is { } argument)
            return $"{name[..5]} {argument.ToString(CultureInfo.InvariantCulture)}";
        if (nameOf(instruction) is { } target)
            return target.Length == 0 && instruction.Code.OperandType != OperandType.InlineString ? null
                : $"{(name is "ldflda" or "ldsflda" ? name[..^1] : name)} {target}";
        return instruction.Code.OperandType == OperandType.InlineNone ? name
            : $"{name} {instruction.Operand.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>In which order the cases stand.</summary>
    static IEnumerable<int> Ranks(int[] targets)
    {
        var order = targets.Distinct().Order().ToList();
        return targets.Select(target => order.IndexOf(target));
    }
}
