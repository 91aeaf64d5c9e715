using System.Reflection.Emit;

namespace Kiln.Host.References;

/// <summary>A comparison as what it asks and, for a branch, the answer on which it jumps.</summary>
/// <remarks>
/// Signed and unsigned are one: of floats, <c>bge.un</c> is the opposite of <c>clt</c>; of unsigned integers, that of <c>clt.un</c>.
/// </remarks>
readonly record struct Comparison(string Kind, bool? Jumps)
{
    public static Comparison? Read(OpCode code) => code.Name!.Replace(".s", "").Replace(".un", "") switch
    {
        "ceq" => new("equal", null),
        "clt" => new("less", null),
        "cgt" => new("greater", null),
        "beq" => new("equal", true),
        "bne" => new("equal", false),
        "blt" => new("less", true),
        "bge" => new("less", false),
        "bgt" => new("greater", true),
        "ble" => new("greater", false),
        _ => null,
    };
}
