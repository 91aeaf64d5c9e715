using System.Globalization;
using System.Reflection.Emit;

namespace Kiln.TrainerHost.References;

/// <summary>
/// What a method body does, in a form on which Debug and Release agree: constants, calls, fields, types, arithmetic and which way each
/// comparison goes, in order. Where values are kept meanwhile is not in it, as the two keep them in different places.
/// </summary>
sealed class BodyText(IReadOnlyList<Instruction> body, Func<Instruction, string?> nameOf, bool hasThis)
{
    readonly List<string> _text = [];
    readonly ValueFlow _flow = new(body);

    public string Write()
    {
        for (var i = 0; i < body.Count; i++)
            Write(ref i);
        return string.Join('\n', _text);
    }

    void Write(ref int i)
    {
        var instruction = body[i];
        if (Comparison.Of(instruction.Code) is { } comparison)
            WriteComparison(ref i, comparison);
        else if (instruction.JumpsOnTruth is { } sense)
            _text.Add(Branch(sense));
        else if (_flow.IsTestOfNull(i, out var end))
            WriteTest(ref i, end);
        else if (IsSilent(instruction) || _flow.IsBranchConstant(i))
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
            _text.Add($"{comparison.Kind} {Branch(jumps)}");
        else if (_flow.Decision(i, out var branch) is { } when)
        {
            _text.Add($"{comparison.Kind} {Branch(when)}");
            i = branch;
        }
        else
            _text.Add(comparison.Kind);
    }

    /// <summary>Whether a value is zero or null, which Release asks by the branch alone.</summary>
    void WriteTest(ref int i, int end)
    {
        var negates = body[end].Code == OpCodes.Ceq;
        if (_flow.Decision(end, out var branch) is { } when)
            _text.Add(Branch(negates ? !when : when));
        else
            _text.Add($"{(negates ? "not" : "is")} {Spell(body[i])}");
        i = Math.Max(end, branch);
    }

    static string Branch(bool when) => when ? "if" : "unless";

    bool IsSilent(Instruction instruction) => instruction.Keeps is not null
        || instruction.Code.FlowControl is FlowControl.Branch or FlowControl.Meta or FlowControl.Break
        || instruction.Code.Name is "nop" or "ret" or "dup" or "pop" or "endfinally"
        || instruction.Code.Name!.StartsWith("ldloc", StringComparison.Ordinal)
        || hasThis && instruction.Code == OpCodes.Ldarg_0;

    /// <summary>Null for what the compiler keeps for itself.</summary>
    string? Spell(Instruction instruction)
    {
        var name = instruction.Code.Name!;
        if (instruction.Integer is { } integer)
            return "ldc.i4 " + integer.ToString(CultureInfo.InvariantCulture);
        if (instruction.Argument is { } argument)
            return $"{name[..5]} {argument.ToString(CultureInfo.InvariantCulture)}";
        if (nameOf(instruction) is { } target)
            return target.Length == 0 && instruction.Code.OperandType != OperandType.InlineString ? null : $"{(name is "ldflda" or "ldsflda" ? name[..^1] : name)} {target}";
        return instruction.Code.OperandType == OperandType.InlineNone ? name : $"{name} {instruction.Operand.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>In which order the cases stand.</summary>
    static IEnumerable<int> Ranks(int[] targets)
    {
        var order = targets.Distinct().Order().ToList();
        return targets.Select(target => order.IndexOf(target));
    }
}
