using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Kiln.Host.References;

/// <summary>One IL instruction.</summary>
/// <param name="Operand">A number, the bits of a constant, or a token.</param>
/// <param name="Targets">The offsets it may jump to.</param>
readonly record struct Instruction(int Offset, OpCode Code, long Operand, int[] Targets)
{
    static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The integer of a <c>ldc.i4</c>.</summary>
    public int? Integer => !Code.Name!.StartsWith("ldc.i4", StringComparison.Ordinal) ? null
        : Code == OpCodes.Ldc_I4_M1 ? -1
        : Number("ldc.i4.");

    /// <summary>The argument it reads or writes.</summary>
    public int? Argument => Number("ldarg.") ?? Number("ldarga.") ?? Number("starg.");

    public bool IsArgumentStore => Code == OpCodes.Starg || Code == OpCodes.Starg_S;

    /// <summary>Whether it gives the address of an argument.</summary>
    public bool TakesAddress => Code == OpCodes.Ldarga || Code == OpCodes.Ldarga_S;

    public bool IsJump => Code == OpCodes.Br || Code == OpCodes.Br_S;

    /// <summary>The local it gives the address of.</summary>
    public int? LocalAddress => Number("ldloca.");

    /// <summary>The local it takes a value into.</summary>
    public int? Keeps => Number("stloc.");

    /// <summary>The local it gives the value of.</summary>
    public int? Loads => Number("ldloc.");

    /// <summary>For a branch on a single value: on which it jumps.</summary>
    public bool? JumpsOnTruth => Code.Name switch
    {
        "brtrue" or "brtrue.s" => true,
        "brfalse" or "brfalse.s" => false,
        _ => null,
    };

    public static List<Instruction> Read(BlobReader il)
    {
        List<Instruction> instructions = [];
        while (il.RemainingBytes > 0)
        {
            var offset = il.Offset;
            var first = il.ReadByte();
            var code = Codes[first == 0xFE ? (short)(0xFE00 | il.ReadByte()) : first];
            instructions.Add(Read(ref il, offset, code));
        }
        return instructions;
    }

    /// <summary>The number of an instruction of one family: <c>ldloc.3</c>, <c>ldloc.s 7</c> or <c>ldloc 300</c>.</summary>
    int? Number(string family)
    {
        var name = Code.Name!;
        return name == family[..^1] || name == family + "s" ? (int)Operand
            : name.Length == family.Length + 1 && name.StartsWith(family, StringComparison.Ordinal) && char.IsAsciiDigit(name[^1]) ? name[^1] - '0'
            : null;
    }

    static Instruction Read(ref BlobReader il, int offset, OpCode code)
    {
        switch (code.OperandType)
        {
            case OperandType.InlineNone:
                return new(offset, code, 0, []);
            case OperandType.ShortInlineBrTarget:
                var near = il.ReadSByte();
                return new(offset, code, 0, [il.Offset + near]);
            case OperandType.InlineBrTarget:
                var far = il.ReadInt32();
                return new(offset, code, 0, [il.Offset + far]);
            case OperandType.InlineSwitch:
                var jumps = new int[il.ReadInt32()];
                for (var i = 0; i < jumps.Length; i++)
                    jumps[i] = il.ReadInt32();
                var end = il.Offset;
                return new(offset, code, 0, [.. jumps.Select(jump => end + jump)]);
            case OperandType.ShortInlineI:
                return new(offset, code, code == OpCodes.Ldc_I4_S ? il.ReadSByte() : il.ReadByte(), []);
            case OperandType.ShortInlineVar:
                return new(offset, code, il.ReadByte(), []);
            case OperandType.InlineVar:
                return new(offset, code, il.ReadUInt16(), []);
            case OperandType.InlineI8 or OperandType.InlineR:
                return new(offset, code, il.ReadInt64(), []);
            default:
                return new(offset, code, il.ReadInt32(), []);
        }
    }
}
