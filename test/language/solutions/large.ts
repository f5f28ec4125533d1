const same = (a: number[], b: string): string[] => [b, String(a.length)];
