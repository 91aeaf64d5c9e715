using System.Text;

namespace Kiln.Contracts.Models;

/// <summary>
/// What a model's artifacts are called, without an ending: its class's full name, so that no two models of an application share a file.
/// A name that not every file system takes becomes a hash of it and the class's name, such as <c>04f1a2b3c4d5e6f7.Model</c>: it begins with a
/// digit, as no class does, so it is no other class's.
/// </summary>
public static class ModelFileName
{
    /// <summary>Bytes in UTF-8, of the 255 that file systems take: the rest is for endings, also of the files that are written beside.</summary>
    const int Longest = 180;

    static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];

    /// <param name="type">The class's full name as reflection spells it: <c>Namespace.Outer+Model</c>.</param>
    public static string Format(string type)
    {
        if (type.All(IsPlain) && Encoding.UTF8.GetByteCount(type) <= Longest && !IsDevice(type.Split('.')[0]))
            return type;
        var name = new string([.. type.Substring(type.LastIndexOfAny(['.', '+']) + 1).Where(IsPlain)]);
        while (Encoding.UTF8.GetByteCount(name) > Longest / 2)
            name = name.Substring(0, name.Length - 1);
        return $"0{new Fingerprint().Add(type).ToString().Substring(0, 15)}.{name}";
    }

    static bool IsPlain(char c) => c is '.' or '+' or '_' || char.IsLetterOrDigit(c) || (c > 127 && !char.IsControl(c) && !char.IsSurrogate(c));

    /// <summary>Windows takes <c>Aux.Model.onnx</c> for the device AUX.</summary>
    static bool IsDevice(string name) =>
        Devices.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (name.Length == 4 && IsNumbered(name.Substring(0, 3)) && (char.IsDigit(name[3]) || name[3] is '¹' or '²' or '³'));

    static bool IsNumbered(string name) => name.ToUpperInvariant() is "COM" or "LPT";
}
