using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Copies an assembly with the named internal types made public. The copy is only compiled against, never run or packed.</summary>
/// <remarks>
/// An inline task cannot reference System.Reflection.Metadata (every host keeps it elsewhere), and all that is needed is where the
/// TypeDef table starts: the tables before it are Module and TypeRef (ECMA-335, II.22 and II.24.2.6).
/// </remarks>
public sealed class PublicizeReference : Task
{
    const int Module = 0x00, TypeRef = 0x01, TypeDef = 0x02, Field = 0x04, Method = 0x06;
    const int ModuleRef = 0x1A, TypeSpec = 0x1B, AssemblyRef = 0x23;
    const uint VisibilityMask = 7, Public = 1;

    [Required]
    public string Assembly { get; set; }

    [Required]
    public string Destination { get; set; }

    [Required]
    public string[] Types { get; set; }

    byte[] image;

    public override bool Execute()
    {
        image = File.ReadAllBytes(Assembly);
        var metadata = MetadataStart();
        var streams = Streams(metadata);
        var tables = streams["#~"];
        var strings = streams["#Strings"];

        var heapSizes = image[tables + 6];
        var valid = BitConverter.ToUInt64(image, tables + 8);
        var rows = new int[64];
        var position = tables + 24;
        for (var table = 0; table < rows.Length; table++)
        {
            if ((valid >> table & 1) == 0)
                continue;
            rows[table] = BitConverter.ToInt32(image, position);
            position += 4;
        }

        Func<int, int, int> index = (count, tagBits) => count < 1 << (16 - tagBits) ? 2 : 4;
        var text = (heapSizes & 1) == 0 ? 2 : 4;
        var guid = (heapSizes & 2) == 0 ? 2 : 4;
        var scope = index(Math.Max(Math.Max(rows[Module], rows[ModuleRef]), Math.Max(rows[AssemblyRef], rows[TypeRef])), 2);
        var extends = index(Math.Max(Math.Max(rows[TypeDef], rows[TypeRef]), rows[TypeSpec]), 2);
        var rowSize = 4 + 2 * text + extends + index(rows[Field], 0) + index(rows[Method], 0);

        position += rows[Module] * (2 + text + 3 * guid) + rows[TypeRef] * (scope + 2 * text);
        var missing = new HashSet<string>(Types);
        for (var row = 0; row < rows[TypeDef]; row++, position += rowSize)
        {
            var name = Name(strings, position + 4, text);
            if (!missing.Remove(Name(strings, position + 4 + text, text) + "." + name))
                continue;
            var flags = BitConverter.ToUInt32(image, position) & ~VisibilityMask | Public;
            BitConverter.GetBytes(flags).CopyTo(image, position);
        }

        foreach (var name in missing)
            Log.LogError(Assembly + " has no type " + name + ": the exporter must follow this version of ML.NET.");
        if (missing.Count > 0)
            return false;

        Directory.CreateDirectory(Path.GetDirectoryName(Destination));
        File.WriteAllBytes(Destination, image);
        return true;
    }

    /// <summary>From the CLI header's address (data directory 14) through the section that holds it to the metadata root.</summary>
    int MetadataStart()
    {
        var header = BitConverter.ToInt32(image, 0x3C) + 4;
        var optional = header + 20;
        var directories = optional + (BitConverter.ToUInt16(image, optional) == 0x20B ? 112 : 96);
        var sections = optional + BitConverter.ToUInt16(image, header + 16);
        Func<int, int> offset = address =>
        {
            for (var section = sections; ; section += 40)
            {
                var start = BitConverter.ToInt32(image, section + 12);
                if (address >= start && address < start + BitConverter.ToInt32(image, section + 16))
                    return address - start + BitConverter.ToInt32(image, section + 20);
            }
        };
        var cli = offset(BitConverter.ToInt32(image, directories + 14 * 8));
        return offset(BitConverter.ToInt32(image, cli + 8));
    }

    Dictionary<string, int> Streams(int metadata)
    {
        var position = metadata + 16 + BitConverter.ToInt32(image, metadata + 12);
        var count = BitConverter.ToUInt16(image, position + 2);
        var streams = new Dictionary<string, int>();
        for (position += 4; count > 0; count--)
        {
            var name = Text(position + 8);
            streams[name] = metadata + BitConverter.ToInt32(image, position);
            position += 8 + (name.Length / 4 + 1) * 4;
        }
        return streams;
    }

    string Name(int strings, int position, int size) =>
        Text(strings + (size == 2 ? BitConverter.ToUInt16(image, position) : BitConverter.ToInt32(image, position)));

    string Text(int position) => Encoding.UTF8.GetString(image, position, Array.IndexOf(image, (byte)0, position) - position);
}
