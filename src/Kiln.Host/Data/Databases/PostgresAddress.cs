using Npgsql;

namespace Kiln.Host.Data.Databases;

/// <summary>Reads an address, <c>postgresql://user:password@host:5432/database?sslmode=require</c>, as most other programs write it.</summary>
static class PostgresAddress
{
    /// <summary>A connection string; what is no address is one already.</summary>
    /// <exception cref="FormatException">It is an address that cannot be read.</exception>
    public static string Translate(string text)
    {
        text = text.Trim();
        if (!text.StartsWith("postgres://", StringComparison.Ordinal) && !text.StartsWith("postgresql://", StringComparison.Ordinal))
            return text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
            throw new FormatException();
        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder { Host = uri.Host, Port = uri.Port > 0 ? uri.Port : 5432, Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) };
        if (user[0].Length > 0)
            settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            settings.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (pair.Split('=', 2) is [var name, var value])
                settings[name switch { "sslmode" => "SSL Mode", "connect_timeout" => "Timeout", _ => name }] = Uri.UnescapeDataString(value).Replace("-", "");
        return settings.ConnectionString;
    }
}
